package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.NewDelivery;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookDelivery.Status;
import io.stele.core.webhook.WebhookForm;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link FanOutStore#flushBuffers}: what comes shortly one after the other is told together. */
public abstract class BufferContract extends WebhookContract {

    private static final WebhookForm.Buffering BUFFERING =
            new WebhookForm.Buffering(true, Duration.ofSeconds(5), 3, Set.of(NAME));
    private static final UUID LANE = new UUID(1, 1);

    private Webhook webhook;

    protected BufferContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void webhook() {
        webhook = subscriptions.kept(tenant.live());
    }

    private WebhookDelivery buffer(int number, UUID lane) {
        return deliveries.send(tenant.live(), thing(webhook, number, lane, BUFFERING)).orElseThrow();
    }

    private WebhookDelivery buffer(int number) {
        return buffer(number, LANE);
    }

    private static Payload batch(List<WebhookDelivery> members) {
        return new Payload(NAME, members.stream().map(WebhookDelivery::body).collect(Collectors.joining("+")), members.isEmpty() ? null : LANE);
    }

    private int flush() {
        return fanOut.flushBuffers(now(), 100, (_, members) -> batch(members));
    }

    @Test
    void aDeliveryWaitsForOthers() {
        WebhookDelivery buffered = buffer(1);

        assertThat(buffered.status()).isEqualTo(Status.BUFFERED);
        assertThat(buffered.dueAt()).isNull();
        assertThat(claim()).isEmpty();
        assertThat(flush()).isZero();
        assertThat(fanOut.nextDue()).contains(now().plus(BUFFERING.window()));
    }

    @Test
    void whenNoOtherHasComeForAWhileAllAreToldTogether() {
        WebhookDelivery first = buffer(1);
        later(Duration.ofSeconds(4));
        WebhookDelivery second = buffer(2);
        later(Duration.ofSeconds(4));
        assertThat(flush()).isZero();
        later(Duration.ofSeconds(1));

        assertThat(flush()).isEqualTo(1);
        assertThat(flush()).isZero();

        assertThat(fanOut.nextDue()).isEmpty();
        WebhookClaim claim = claim().getFirst();
        assertThat(claim.delivery().body()).isEqualTo("1+2");
        assertThat(claim.batched()).isEqualTo(2);
        assertThat(List.of(found(first), found(second))).extracting(WebhookDelivery::status).containsOnly(Status.BATCHED);
        assertThat(listed(tenant.live())).extracting(WebhookDelivery::body).containsExactly("1+2");
    }

    @Test
    void asManyAsAreEnoughAreToldAtOnce() {
        IntStream.rangeClosed(1, 4).forEach(this::buffer);

        assertThat(flush()).isEqualTo(1);
        assertThat(flush()).isZero();
        later(BUFFERING.window());
        assertThat(flush()).isEqualTo(1);

        assertThat(bodies(claim())).containsExactly("1+2+3");
        assertThat(listed(tenant.live())).extracting(WebhookDelivery::body).containsExactly("4", "1+2+3");
    }

    @Test
    void eachLaneHasABufferOfItsOwn() {
        buffer(1, new UUID(1, 1));
        buffer(2, new UUID(1, 2));
        later(BUFFERING.window());

        assertThat(flush()).isEqualTo(2);
    }

    @Test
    void whatHasNoLaneIsNotBuffered() {
        WebhookDelivery sent = deliveries.send(tenant.live(), thing(webhook, 1, null, BUFFERING)).orElseThrow();

        assertThat(sent.status()).isEqualTo(Status.PENDING);
        assertThat(bodies(claim())).containsExactly("1");
    }

    @Test
    void manyThatAreWrittenTogetherCountOneByOne() {
        happen(tenant.live(), 1, 2, 3, 4, 5, 6, 7);
        fanOut.tellNext(200, (webhooks, views) -> new FanOutStore.Told(
                views.stream()
                        .map(view -> new NewDelivery(
                                webhook.id(), view.logged().idAs(NAME), view.logged().position(),
                                new Payload(NAME, String.valueOf(number(view)), LANE), null, null, BUFFERING, now()))
                        .toList(),
                List.of()));

        assertThat(flush()).isEqualTo(1);
        assertThat(flush()).isEqualTo(1);
        assertThat(flush()).isZero();
        later(BUFFERING.window());
        assertThat(flush()).isEqualTo(1);
        assertThat(listed(tenant.live())).extracting(WebhookDelivery::body).containsExactly("7", "4+5+6", "1+2+3");
    }

    @Test
    void membersOfABatchThatIsGivenUpAreTriedOneByOne() {
        IntStream.rangeClosed(1, 3).forEach(this::buffer);
        flush();
        WebhookClaim batch = claim().getFirst();
        settle(again(batch, Duration.ofSeconds(10)));
        later(Duration.ofSeconds(10));
        assertThat(bodies(claim())).containsExactly("1+2+3");
        later(LEASE);

        settle(givenUp(claim().getFirst()));

        assertThat(found(batch.delivery()).status()).isEqualTo(Status.FAILED);
        List<String> told = new ArrayList<>();
        for (List<WebhookClaim> claims = claim(); !claims.isEmpty(); claims = claim()) {
            assertThat(claims).hasSize(1);
            assertThat(claims.getFirst().batched()).isZero();
            told.addAll(bodies(claims));
            settle(taken(claims.getFirst()));
        }
        assertThat(told).containsExactly("1", "2", "3");
        assertThat(listed(tenant.live())).extracting(WebhookDelivery::status).containsOnly(Status.FAILED, Status.DELIVERED).hasSize(4);
    }

    @Test
    void membersOfABatchThatIsGivenUpGoBeforeTheNextBatch() {
        IntStream.rangeClosed(1, 6).forEach(this::buffer);
        flush();
        flush();
        WebhookClaim first = claim().getFirst();
        settle(again(first, Duration.ofSeconds(10)));
        later(Duration.ofSeconds(10));

        settle(givenUp(claim().getFirst()));
        later(Duration.ofMinutes(1));

        List<String> told = new ArrayList<>();
        for (List<WebhookClaim> claims = claim(); !claims.isEmpty(); claims = claim()) {
            assertThat(claims).hasSize(1);
            told.addAll(bodies(claims));
            settle(taken(claims.getFirst()));
        }
        assertThat(told).containsExactly("1", "2", "3", "4+5+6");
    }

    @Test
    void membersOfABatchThatWasTakenAreNotTold() {
        IntStream.rangeClosed(1, 3).forEach(this::buffer);
        flush();

        settle(taken(claim().getFirst()));

        later(Duration.ofDays(1));
        assertThat(claim()).isEmpty();
        assertThat(store.number("select count(*) from webhook_delivery where settled_at is null")).isZero();
    }

    @Test
    void whatIsSentAtOnceLeavesTheBuffer() {
        WebhookDelivery first = buffer(1);
        buffer(2);

        deliveries.replay(tenant.live(), first.id(), now());
        later(BUFFERING.window());
        flush();

        assertThat(bodies(claim())).containsExactly("1", "2");
    }

    @Test
    void anEmptyBufferIsForgotten() {
        deliveries.replay(tenant.live(), buffer(1).id(), now());
        later(BUFFERING.window());

        assertThat(flush()).isZero();
        assertThat(fanOut.nextDue()).isEmpty();
    }

    @Test
    void aBufferThatCannotBeToldWaitsAndHoldsUpNoOther() {
        buffer(1, new UUID(1, 1));
        buffer(2, new UUID(1, 2));
        later(BUFFERING.window());

        int made = fanOut.flushBuffers(now(), 100, (_, members) -> {
            if (members.getFirst().body().equals("1")) {
                throw new IllegalStateException("on purpose");
            }
            return batch(members);
        });

        assertThat(made).isEqualTo(1);
        assertThat(flush()).isZero();
        later(Duration.ofMinutes(1));
        assertThat(flush()).isEqualTo(1);
    }

    @Test
    void theBuffersOfARemovedWebhookAreForgotten() {
        WebhookDelivery buffered = buffer(1);
        later(BUFFERING.window());

        webhooks.remove(tenant.live(), webhook.id());

        assertThat(flush()).isZero();
        assertThat(fanOut.nextDue()).isEmpty();
        assertThat(found(buffered).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void manyAtOnceMakeOneBatchOfEachBuffer() {
        IntStream.rangeClosed(1, 20).forEach(number -> buffer(number, new UUID(1, number)));
        later(BUFFERING.window());

        int made = Together.times(6, this::flush).stream().mapToInt(Integer::intValue).sum();

        assertThat(made).isEqualTo(20);
        assertThat(listed(tenant.live())).hasSize(20);
    }
}
