package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.PhoneNumber;
import io.stele.core.address.Identity;
import io.stele.core.channel.Endpoint;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.message.Context;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Text;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.NewDelivery;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.SilenceView;
import io.stele.core.webhook.SilenceWatch;
import io.stele.core.webhook.Webhook;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link FanOutStore#tellSilences}: a silence is told once, when it has lasted long enough. */
public abstract class SilenceWatchContract extends WebhookContract {

    private static final Duration SILENCE = Duration.ofMinutes(30);

    private final List<SilenceView> told = Collections.synchronizedList(new ArrayList<>());
    private Webhook webhook;

    protected SilenceWatchContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void webhook() {
        webhook = subscriptions.kept(tenant.live());
        told.clear();
    }

    private Message receive(String text) {
        Endpoint endpoint = tenant.whatsApp();
        return store.get(InboundStore.class)
                .receive(
                        List.of(new InboundMessage(
                                endpoint, new PhoneNumber("+15550100007"), Identity.UNKNOWN, "p-" + text, "Ana", Text.of(text), Context.NONE, null, now(),
                                List.of())),
                        List.of(new MessageId(store.get(KsuidGenerator.class).next())),
                        now())
                .getFirst();
    }

    /** Watches conversations, as the events of the messages in them ask for. */
    private void watch(UUID... conversations) {
        happen(tenant.live(), 1);
        fanOut.tellNext(200, (active, _) -> new FanOutStore.Told(
                List.of(),
                List.of(conversations).stream()
                        .map(conversation -> new SilenceWatch(active.getFirst().webhook().id(), conversation, now(), now().plus(SILENCE)))
                        .toList()));
    }

    private int tell() {
        return fanOut.tellSilences(now(), 100, (_, view) -> {
            told.add(view);
            return List.of(new NewDelivery(
                    webhook.id(), UUID.randomUUID(), 0, new Payload("silence", "{}", null), view.endpoint().id(), null, null, view.at()));
        });
    }

    @Test
    void aSilenceIsToldOnce() {
        Message message = receive("a");
        watch(message.conversationId());
        assertThat(fanOut.nextDue()).contains(now().plus(SILENCE));
        later(SILENCE.minusMillis(1));
        assertThat(tell()).isZero();
        later(Duration.ofMillis(1));

        assertThat(tell()).isEqualTo(1);
        assertThat(tell()).isZero();

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().endpoint()).isEqualTo(tenant.whatsApp());
        assertThat(told.getFirst().last()).isEqualTo(message);
        assertThat(told.getFirst().conversation().id()).isEqualTo(message.conversationId());
        assertThat(told.getFirst().at()).isEqualTo(now());
        assertThat(listed(tenant.live())).hasSize(1);
        assertThat(fanOut.nextDue()).isEmpty();
    }

    @Test
    void aNewMessageReplacesTheWatch() {
        watch(receive("a").conversationId());
        later(Duration.ofMinutes(20));
        watch(receive("b").conversationId());
        later(Duration.ofMinutes(20));

        assertThat(tell()).isZero();
        later(Duration.ofMinutes(10));
        assertThat(tell()).isEqualTo(1);
        assertThat(told).hasSize(1);
    }

    @Test
    void aMessageThatHasNotBeenToldYetCountsToo() {
        watch(receive("a").conversationId());
        later(Duration.ofMinutes(20));
        receive("b");
        later(Duration.ofMinutes(10));

        tell();

        assertThat(told).isEmpty();
        assertThat(fanOut.nextDue()).contains(now().plus(Duration.ofMinutes(20)));
        later(Duration.ofMinutes(20));
        tell();
        assertThat(told).hasSize(1);
    }

    @Test
    void theSilenceOfAConversationThatWasEndedIsNotTold() {
        UUID conversation = receive("a").conversationId();
        watch(conversation);
        store.get(ConversationLog.class).end(tenant.live(), conversation, now().plusSeconds(1));
        later(SILENCE);

        assertThat(tell()).isEqualTo(1);

        assertThat(told).isEmpty();
        assertThat(fanOut.nextDue()).isEmpty();
    }

    @Test
    void aSilenceThatIsDealtWithLateIsToldNevertheless() {
        watch(receive("a").conversationId());
        later(Duration.ofDays(3));

        tell();

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at()).isEqualTo(TestStore.START.plus(SILENCE));
    }

    @Test
    void theSilenceIsForgottenOfAWebhookThatIsNotActiveOrGone() {
        watch(receive("a").conversationId());
        activate(webhook, false);
        later(SILENCE);
        assertThat(tell()).isEqualTo(1);
        activate(webhook, true);
        watch(receive("b").conversationId());
        webhooks.remove(tenant.live(), webhook.id());
        later(SILENCE);
        assertThat(tell()).isEqualTo(1);

        assertThat(told).isEmpty();
        assertThat(fanOut.nextDue()).isEmpty();
    }

    @Test
    void aConversationThatDoesNotExistIsForgotten() {
        watch(UUID.randomUUID());
        later(SILENCE);

        assertThat(tell()).isEqualTo(1);
        assertThat(told).isEmpty();
        assertThat(fanOut.nextDue()).isEmpty();
    }

    @Test
    void manyAtOnceTellEachSilenceOnce() {
        UUID conversation = receive("a").conversationId();
        watch(IntStream.range(0, 10).mapToObj(i -> i == 0 ? conversation : new UUID(9, i)).toArray(UUID[]::new));
        later(SILENCE);

        int dealt = Together.times(6, this::tell).stream().mapToInt(Integer::intValue).sum();

        assertThat(dealt).isEqualTo(10);
        assertThat(listed(tenant.live())).hasSize(1);
    }
}
