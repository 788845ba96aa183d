package io.stele.server.store;

import io.stele.server.store.conversation.ConversationPlanContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of what comes in, and of whom it comes from, on H2. */
@Execution(ExecutionMode.CONCURRENT)
class InboundStoreOnH2Test {

    @Nested
    class InboundStore extends InboundStoreContract {
        InboundStore() {
            super(H2Databases::open);
        }
    }

    @Nested
    class ConversationLog extends ConversationLogContract {
        ConversationLog() {
            super(H2Databases::open);
        }
    }

    @Nested
    class ContactBook extends ContactBookContract {
        ContactBook() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Recognition extends RecognitionContract {
        Recognition() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Consent extends ConsentContract {
        Consent() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Templates extends TemplatesContract {
        Templates() {
            super(H2Databases::open);
        }
    }

    @Nested
    class Silence extends SilenceContract {
        Silence() {
            super(H2Databases::open);
        }
    }

    @Nested
    class ConversationPlan extends ConversationPlanContract {
        ConversationPlan() {
            super(H2Databases::open);
        }
    }
}
