package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Endpoint;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationReopened;
import io.stele.core.event.Event;
import io.stele.core.event.EventLog;
import io.stele.core.event.EventNumbering;
import io.stele.core.event.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told when a conversation is made active again. */
abstract class ReopeningTest extends StoreContract {

    private ConversationLog conversations;
    private Endpoint whatsApp;
    private UUID conversation;
    private long seen;

    ReopeningTest(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void talk() {
        conversations = store.get(ConversationLog.class);
        whatsApp = tenant.whatsApp();
        conversation = new Traffic(store).receive(whatsApp, Traffic.person(1), "wamid.1").conversationId();
        seen = 0;
        told();
    }

    private Instant now() {
        return store.clock().instant();
    }

    /** What has been told since this was last asked. */
    private List<Event> told() {
        store.get(EventNumbering.class).number();
        List<LoggedEvent> logged = store.get(EventLog.class).after(tenant.live(), seen, 1_000);
        seen = logged.isEmpty() ? seen : logged.getLast().position();
        return logged.stream().map(LoggedEvent::event).toList();
    }

    private boolean reopen() {
        return conversations.reopen(tenant.live(), conversation, now());
    }

    @Test
    void oneThatWasEndedIsToldAsActiveAgainOnce() {
        conversations.end(tenant.live(), conversation, now());
        told();

        assertThat(reopen()).isTrue();
        assertThat(reopen()).isTrue();

        assertThat(told()).containsExactly(new ConversationReopened(whatsApp.id(), conversation));
    }

    @Test
    void ofManyAtOnceOneTellsIt() {
        conversations.end(tenant.live(), conversation, now());
        told();

        Together.times(6, this::reopen);

        assertThat(told()).containsExactly(new ConversationReopened(whatsApp.id(), conversation));
    }

    @Test
    void oneThatIsActiveIsNotTold() {
        assertThat(reopen()).isTrue();

        assertThat(told()).isEmpty();
    }

    @Test
    void oneThatFellSilentIsToldAsEndedBefore() {
        Instant silent = now().plus(Conversation.SILENCE);
        store.clock().advance(Conversation.SILENCE.plus(Duration.ofHours(1)));

        assertThat(reopen()).isTrue();

        assertThat(told())
                .containsExactly(
                        new ConversationEnded(whatsApp.id(), conversation, silent),
                        new ConversationReopened(whatsApp.id(), conversation));
    }

    @Test
    void oneThatCannotBeActiveBesideAnotherIsNotTold() {
        conversations.end(tenant.live(), conversation, now());
        new Traffic(store).receive(whatsApp, Traffic.person(1), "wamid.2");
        told();

        assertThat(reopen()).isFalse();

        assertThat(told()).isEmpty();
    }
}
