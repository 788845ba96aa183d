package io.stele.server.store;

import io.stele.server.store.conversation.ConversationPlanContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The store of what comes in, and of whom it comes from, on PostgreSQL. */
@Execution(ExecutionMode.CONCURRENT)
class InboundStoreOnPostgresTest {

    @Nested
    class InboundStore extends InboundStoreContract {
        InboundStore() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class RecognitionOnTwoNodes extends RecognitionContract {
        RecognitionOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class InboundStoreOnTwoNodes extends InboundStoreContract {
        InboundStoreOnTwoNodes() {
            super(PostgresDatabases::openForTwoNodes);
        }
    }

    @Nested
    class ConversationLog extends ConversationLogContract {
        ConversationLog() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class ContactBook extends ContactBookContract {
        ContactBook() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Recognition extends RecognitionContract {
        Recognition() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Consent extends ConsentContract {
        Consent() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Templates extends TemplatesContract {
        Templates() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class Silence extends SilenceContract {
        Silence() {
            super(PostgresDatabases::open);
        }
    }

    @Nested
    class ConversationPlan extends ConversationPlanContract {
        ConversationPlan() {
            super(PostgresDatabases::open);
        }
    }
}
