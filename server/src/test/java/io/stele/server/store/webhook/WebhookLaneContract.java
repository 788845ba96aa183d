package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookQueue;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link WebhookQueue}: deliveries of one lane go in its order. */
public abstract class WebhookLaneContract extends WebhookContract {

    private static final UUID LANE = new UUID(1, 1);

    protected WebhookLaneContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private Webhook webhook() {
        return subscriptions.kept(tenant.live());
    }

    @Test
    void deliveriesOfALaneGoOneAfterTheOther() {
        Webhook webhook = webhook();
        IntStream.rangeClosed(1, 3).forEach(number -> send(webhook, number, LANE));
        send(webhook, 4, new UUID(1, 2));
        send(webhook, 5);

        List<WebhookClaim> first = claim();

        assertThat(bodies(first)).containsExactly("1", "4", "5");
        settle(taken(first.getFirst()));
        List<WebhookClaim> second = claim();
        assertThat(bodies(second)).containsExactly("2");
        settle(givenUp(second.getFirst()));
        assertThat(bodies(claim())).containsExactly("3");
    }

    @Test
    void aDeliveryThatIsTriedAgainHoldsUpItsLaneForHalfAMinute() {
        Webhook webhook = webhook();
        send(webhook, 1, LANE);
        send(webhook, 2, LANE);
        settle(again(claim().getFirst(), Duration.ofMinutes(10)));
        later(Duration.ofSeconds(29));
        assertThat(claim()).isEmpty();
        later(Duration.ofSeconds(1));

        assertThat(bodies(claim())).containsExactly("2");
        send(webhook, 3, LANE);
        assertThat(claim()).isEmpty();
    }

    @Test
    void aDeliveryThatEndsDoesNotHurryOneThatWasTriedBefore() {
        Webhook webhook = webhook();
        send(webhook, 1, LANE);
        send(webhook, 2, LANE);
        send(webhook, 3, LANE);
        settle(again(claim().getFirst(), Duration.ofMinutes(10)));
        later(Duration.ofSeconds(30));
        settle(taken(claim().getFirst()));

        WebhookClaim third = claim().getFirst();

        assertThat(third.delivery().body()).isEqualTo("3");
        settle(taken(third));
        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue()).contains(TestStore.START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void howeverLateItIsDeliveriesOfALaneThatNobodyTriedGoOneAfterTheOther() {
        Webhook webhook = webhook();
        IntStream.rangeClosed(1, 4).forEach(number -> send(webhook, number, LANE));
        later(Duration.ofHours(1));

        List<String> order = new ArrayList<>();
        for (List<WebhookClaim> claims = claim(); !claims.isEmpty(); claims = claim()) {
            assertThat(claims).hasSize(1);
            order.addAll(bodies(claims));
            settle(taken(claims.getFirst()));
        }

        assertThat(order).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aDeliveryWhoseAttemptWasLostHoldsUpItsLaneUntilItIsKnownToFail() {
        Webhook webhook = webhook();
        send(webhook, 1, LANE);
        send(webhook, 2, LANE);
        claim();
        send(webhook, 3, LANE);
        later(Duration.ofHours(1));

        List<WebhookClaim> again = claim();

        assertThat(bodies(again)).containsExactly("1");
        settle(again(again.getFirst(), Duration.ofMinutes(10)));
        assertThat(claim()).isEmpty();
        later(Duration.ofSeconds(30));
        assertThat(bodies(claim())).containsExactly("2");
    }

    @Test
    void theHalfMinuteOfEachDeliveryBeginsWithTheFirstAttemptOfTheOneBefore() {
        Webhook webhook = webhook();
        IntStream.rangeClosed(1, 3).forEach(number -> send(webhook, number, LANE));
        settle(again(claim().getFirst(), Duration.ofHours(1)));
        later(Duration.ofSeconds(30));
        settle(again(claim().getFirst(), Duration.ofSeconds(10)));
        later(Duration.ofSeconds(10));
        settle(again(claim().getFirst(), Duration.ofHours(1)));
        later(Duration.ofSeconds(19));
        assertThat(claim()).isEmpty();
        later(Duration.ofSeconds(1));

        assertThat(bodies(claim())).containsExactly("3");
    }

    @Test
    void whatComesLaterInALaneThatFailsForLongIsDueAtOnce() {
        Webhook webhook = webhook();
        WebhookDelivery failing = send(webhook, 1, LANE);
        settle(again(claim().getFirst(), Duration.ofHours(1)));
        later(Duration.ofMinutes(10));

        WebhookDelivery later = send(webhook, 2, LANE);

        assertThat(found(later).dueAt()).isEqualTo(now());
        assertThat(bodies(claim())).containsExactly("2");
        assertThat(found(failing).dueAt()).isEqualTo(TestStore.START.plus(Duration.ofHours(1)));
    }

    @Test
    void whatEndsBeforeOneThatIsUnderWayHurriesNobody() {
        Webhook webhook = webhook();
        IntStream.rangeClosed(1, 3).forEach(number -> send(webhook, number, LANE));
        settle(again(claim().getFirst(), Duration.ofSeconds(30)));
        later(Duration.ofSeconds(30));
        List<WebhookClaim> claims = claim();
        assertThat(bodies(claims)).containsExactlyInAnyOrder("1", "2");

        settle(taken(claims.stream().filter(claim -> claim.delivery().body().equals("1")).findFirst().orElseThrow()));

        assertThat(claim()).isEmpty();
    }

    /** Senders, settlers and one who changes the webhook are at it at once: all is told, each once, and lanes keep their order. */
    @Test
    void whateverHappensAtOnceAllIsToldInOrder() {
        Webhook webhook = webhook();
        int each = 15;
        List<String> order = Collections.synchronizedList(new ArrayList<>());

        Together.times(6, () -> {
            int mine = Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000) * 100;
            UUID lane = new UUID(2, mine);
            for (int number = 1; number <= each; number++) {
                send(webhook, mine + number, lane);
                for (WebhookClaim claim : claim(3, 4)) {
                    order.add(claim.delivery().body());
                    settle(taken(claim));
                }
                webhooks.change(tenant.live(), webhook.id(), same -> same);
            }
            return lane;
        });
        for (List<WebhookClaim> claims = claim(); !claims.isEmpty(); claims = claim()) {
            for (WebhookClaim claim : claims) {
                order.add(claim.delivery().body());
                settle(taken(claim));
            }
        }

        assertThat(order).hasSize(6 * each).doesNotHaveDuplicates();
        List<Integer> numbers = order.stream().map(Integer::valueOf).toList();
        assertThat(numbers.stream().collect(Collectors.groupingBy(number -> number / 100)).values())
                .hasSize(6)
                .allSatisfy(lane -> assertThat(lane).isSorted());
    }
}
