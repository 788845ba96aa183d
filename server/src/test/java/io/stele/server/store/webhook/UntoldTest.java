package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.webhook.EachByItself;
import io.stele.core.event.EventKind;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.FanOut;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.RetrySchedule;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookAttempt;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookFlavour;
import io.stele.core.webhook.WebhookFlavours;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookTarget;
import io.stele.server.store.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A language that has no words for one event, because our own code fails at it. */
abstract class UntoldTest extends WebhookContract {

    private static final int BROKEN = 2;

    private final List<String> faults = new ArrayList<>();
    private Webhook sound;
    private Webhook faulty;

    UntoldTest(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void subscribe() {
        faults.clear();
        sound = subscriptions.kept(tenant.live());
        faulty = subscriptions.of(tenant.live(), new WebhookTarget.OfProject(), new WebhookForm.Zavu(WebhookForm.SignatureVersion.V2));
        webhooks.add(faulty);
    }

    private void tellAll(Consumer<EventView> failing) {
        WebhookFlavour words = new Words(_ -> {});
        WebhookFlavour noWords = new Words(failing);
        FanOut telling = new FanOut(
                fanOut,
                new WebhookFlavours(noWords, words, words, words),
                (webhook, event, _) -> faults.add(webhook.id().value() + " at " + event.position()));
        while (telling.tell(now())) {
            assertThat(faults).hasSizeLessThan(10);
        }
    }

    private static void fail(EventView view) {
        if (number(view) == BROKEN) {
            throw new IllegalStateException("the secret word is xyzzy");
        }
    }

    private List<String> bodies(Webhook webhook) {
        return listed(tenant.live()).reversed().stream()
                .filter(delivery -> delivery.webhook().equals(webhook.id()))
                .map(delivery -> delivery.event() + " " + delivery.body())
                .toList();
    }

    private WebhookDelivery untold() {
        return listed(tenant.live()).stream()
                .filter(delivery -> delivery.status() == WebhookDelivery.Status.FAILED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void holdsUpNeitherItsOtherEventsNorOtherWebhooks() {
        happen(tenant.live(), 1, BROKEN, 3);

        tellAll(UntoldTest::fail);

        assertThat(bodies(sound)).containsExactly("thing 1", "thing 2", "thing 3");
        assertThat(bodies(faulty)).containsExactlyInAnyOrder("thing 1", "conversation_started ", "thing 3");
        assertThat(store.column("select told from webhook_cursor where mode = 'LIVE'")).containsExactly("3");
        assertThat(faults).containsExactly(faulty.id().value() + " at 2");
    }

    @Test
    void goesOnAlsoWhenItIsTooDeep() {
        happen(tenant.live(), BROKEN);

        tellAll(_ -> {
            throw new StackOverflowError();
        });

        assertThat(bodies(sound)).containsExactly("thing 2");
        assertThat(untold().webhook()).isEqualTo(faulty.id());
    }

    @Test
    void isSeenAsADeliveryThatFailedWithItsReason() {
        happen(tenant.live(), BROKEN);

        tellAll(UntoldTest::fail);

        WebhookDelivery untold = untold();
        assertThat(untold)
                .isEqualTo(new WebhookDelivery(
                        untold.id(), tenant.live(), faulty.id(), untold.eventId(), 1, EventKind.CONVERSATION_STARTED.word(), "", null, null,
                        WebhookDelivery.Status.FAILED, 1, null, now(), now(), null, now()));
        assertThat(deliveries.attempts(tenant.live(), untold.id()))
                .containsExactly(new WebhookAttempt(
                        1, now(), Duration.ZERO, null, null, "the event could not be put into words (IllegalStateException)"));
    }

    @Test
    void isNotSentWithoutWords() {
        happen(tenant.live(), BROKEN);
        tellAll(UntoldTest::fail);

        assertThat(deliveries.replay(tenant.live(), untold().id(), now())).contains(untold());

        assertThat(claim()).extracting(claim -> claim.webhook().id()).containsExactly(sound.id());
    }

    /** Says each event's number, after having tried. */
    private record Words(Consumer<EventView> trying) implements EachByItself {

        @Override
        public List<Payload> payloads(EventView view, Webhook webhook) {
            trying.accept(view);
            return List.of(new Payload("thing", String.valueOf(number(view)), null));
        }

        @Override
        public Map<String, String> headers(
                Webhook webhook, WebhookDelivery delivery, byte[] body, int batched, Instant at) {
            return Map.of();
        }

        @Override
        public RetrySchedule schedule() {
            return new RetrySchedule(List.of(), Duration.ofSeconds(1));
        }
    }
}
