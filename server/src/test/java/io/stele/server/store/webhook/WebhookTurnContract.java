package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookQueue;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link WebhookQueue}: no webhook stands in another's way. */
public abstract class WebhookTurnContract extends WebhookContract {

    protected WebhookTurnContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private Webhook webhook() {
        return subscriptions.kept(tenant.live());
    }

    @Test
    void ofAWebhookOnlySoManyAreUnderWay() {
        Webhook webhook = webhook();
        IntStream.rangeClosed(1, 5).forEach(number -> send(webhook, number));

        List<WebhookClaim> claims = claim(100, 2);

        assertThat(claims).hasSize(2);
        assertThat(claim(100, 2)).isEmpty();
        assertThat(queue.nextDue()).contains(now().plus(LEASE));
        settle(taken(claims.getFirst()));
        assertThat(claim(100, 2)).hasSize(1);
        later(LEASE);
        assertThat(claim(100, 2)).hasSize(2);
    }

    @Test
    void aWebhookWithMuchToDoIsNotInTheWayOfAnother() {
        Webhook busy = webhook();
        IntStream.rangeClosed(1, 50).forEach(number -> send(busy, number));
        later(Duration.ofSeconds(1));
        Webhook other = webhook();
        send(other, 1);

        assertThat(claim(10, 100)).extracting(claim -> claim.webhook().id()).contains(busy.id(), other.id());
        assertThat(claim(1, 100)).hasSize(1);
    }

    @Test
    void webhooksWithMuchToDoGetTheirTurns() {
        List<Webhook> all = List.of(webhook(), webhook(), webhook());
        all.forEach(webhook -> IntStream.rangeClosed(1, 9).forEach(number -> send(webhook, number)));

        List<WebhookClaim> claims = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            later(Duration.ofMillis(1));
            claims.addAll(claim(1, 100));
        }

        assertThat(claims).extracting(claim -> claim.webhook().id()).containsExactlyInAnyOrderElementsOf(all.stream().map(Webhook::id).toList());
    }

    @Test
    void manyWebhooksThatHaveAsManyUnderWayAsTheyMayAreNotInTheWayOfAnother() {
        List<Webhook> full = IntStream.range(0, 20).mapToObj(_ -> webhook()).toList();
        full.forEach(webhook -> send(webhook, 1));
        int claimed = 0;
        while (claimed < full.size()) {
            claimed += claim(100, 1).size();
        }
        full.forEach(webhook -> send(webhook, 2));
        later(Duration.ofMillis(1));
        Webhook other = webhook();
        send(other, 3);

        assertThat(bodies(claim(100, 1))).containsExactly("3");
    }

    @Test
    void aWebhookThatCannotBeReadHoldsUpNoOther() {
        Webhook damaged = webhook();
        send(damaged, 1);
        store.run("update webhook set secret = 'none.AAAA'");
        Webhook whole = webhook();
        send(whole, 2);

        assertThat(bodies(claim())).containsExactly("2");
        assertThat(claim()).isEmpty();
        assertThat(queue.nextDue()).isPresent();
    }

    @Test
    void ofManyAtOnceEachDeliveryIsClaimedByOneAndNoMoreAreUnderWayThanMayBe() {
        Webhook one = webhook();
        Webhook other = webhook();
        for (int number = 1; number <= 40; number++) {
            send(one, number);
            send(other, number);
        }

        List<UUID> claimed = Together.times(8, () -> claim(100, 15)).stream()
                .flatMap(List::stream)
                .map(claim -> claim.delivery().id())
                .toList();

        assertThat(claimed).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(30);
        assertThat(store.number("select count(*) from webhook_delivery where held_until is not null")).isEqualTo(claimed.size());
    }
}
