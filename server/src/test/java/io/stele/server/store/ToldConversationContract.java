package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.MessageReceived;
import io.stele.core.housekeeping.Chore;
import io.stele.core.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That a conversation has ended is told in the event log, once, by the transaction in which it ends. */
public abstract class ToldConversationContract extends ToldStoreContract {

    protected ToldConversationContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private void keepHouse() {
        store.all(Chore.class).forEach(chore -> {
            while (chore.doPart(now())) {
                // there is more
            }
        });
    }

    @Test
    void aConversationThatIsEndedIsToldOnce() {
        Message message = traffic.receive(whatsApp, ANA, "wamid.1");
        told();
        store.clock().advance(Duration.ofMinutes(1));
        ConversationLog conversations = store.get(ConversationLog.class);

        conversations.end(tenant.live(), message.conversationId(), now());
        conversations.end(tenant.live(), message.conversationId(), now());

        assertThat(told()).containsExactly(new ConversationEnded(whatsApp.id(), message.conversationId(), now()));
    }

    @Test
    void aConversationThatAnotherFollowsEndedWithItsSilence() {
        Message first = traffic.receive(whatsApp, ANA, "wamid.1");
        told();
        store.clock().advance(Conversation.SILENCE.plusHours(1));

        Message next = traffic.receive(whatsApp, ANA, "wamid.2");

        assertThat(told())
                .containsExactly(
                        new ConversationEnded(
                                whatsApp.id(), first.conversationId(), TestStore.START.plus(Conversation.SILENCE)),
                        new ConversationStarted(whatsApp.id(), next.conversationId()),
                        new MessageReceived(whatsApp.id(), next.id(), "wamid.2", true, false));
    }

    @Test
    void aConversationThatFallsSilentEndsWithoutAnybodysDoing() {
        Message first = traffic.receive(whatsApp, ANA, "wamid.1");
        store.clock().advance(Conversation.SILENCE.minusHours(1));
        traffic.receive(whatsApp, ANA, "wamid.2");
        told();

        store.clock().advance(Duration.ofHours(2));
        keepHouse();
        assertThat(told()).isEmpty();

        store.clock().advance(Conversation.SILENCE);
        keepHouse();
        keepHouse();
        Instant end = TestStore.START.plus(Conversation.SILENCE.multipliedBy(2)).minus(Duration.ofHours(1));
        assertThat(told()).containsExactly(new ConversationEnded(whatsApp.id(), first.conversationId(), end));
        assertThat(store.get(ConversationLog.class).conversation(tenant.live(), first.conversationId()))
                .hasValueSatisfying(conversation -> assertThat(conversation.endedAt()).isEqualTo(end));
    }

    @Test
    void aConversationThatIsOpenedAgainEndsAgain() {
        Message message = traffic.receive(whatsApp, ANA, "wamid.1");
        ConversationLog conversations = store.get(ConversationLog.class);
        conversations.end(tenant.live(), message.conversationId(), now());
        store.clock().advance(Conversation.SILENCE);
        keepHouse();
        conversations.reopen(tenant.live(), message.conversationId(), now());
        told();

        store.clock().advance(Conversation.SILENCE);
        keepHouse();

        assertThat(told()).containsExactly(new ConversationEnded(whatsApp.id(), message.conversationId(), now()));
    }

    @Test
    void twoWhoKeepHouseAtOnceTellAnEndOnce() {
        IntStream.range(0, 300).forEach(i -> traffic.receive(whatsApp, Traffic.person(i), "wamid." + i));
        told();
        store.clock().advance(Conversation.SILENCE);

        Together.times(4, () -> {
            keepHouse();
            return true;
        });

        assertThat(told()).hasSize(300).hasOnlyElementsOfType(ConversationEnded.class);
    }
}
