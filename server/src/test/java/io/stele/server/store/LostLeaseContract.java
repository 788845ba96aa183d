package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.Reroute;
import io.stele.core.delivery.Settlement;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@link DeliveryQueue}: what the provider said is kept, also when its lane has gone to another claimer meanwhile. */
public abstract class LostLeaseContract extends DeliveryContract {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    protected LostLeaseContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private Claim takenOver() {
        later(LEASE);
        return claim().getFirst();
    }

    @Test
    void whatWasSentIsSentAlsoWhenTheLaneWasTakenOver() {
        Message message = accept(1);
        Claim first = claim().getFirst();
        Claim second = takenOver();

        settle(sent(first, "p1"));

        assertThat(found(message).status()).isEqualTo(Status.SENT);
        assertThat(found(message).providerMessageId()).isEqualTo("p1");
        settle(inDoubt(second, PATIENCE));
        later(PATIENCE);
        assertThat(queue.endDoubts(now(), 10)).isZero();
        assertThat(found(message).status()).isEqualTo(Status.SENT);
        assertThat(store.number("select pending from lane")).isZero();
    }

    @Test
    void aLateAnswerEndsTheDoubtThatAnotherHasWrittenDown() {
        Message message = accept(1);
        Claim first = claim().getFirst();
        settle(inDoubt(takenOver(), PATIENCE));

        settle(sent(first, "p1"));

        assertThat(store.number("select count(*) from in_doubt")).isZero();
        assertThat(found(message).status()).isEqualTo(Status.SENT);
    }

    @Test
    void aLateAnswerBringsAlongTheReceiptsThatWaitedForItsName() {
        Message message = accept(1);
        Claim first = claim().getFirst();
        Claim second = takenOver();
        apply(receipt("p1", null, Status.DELIVERED));

        settle(sent(first, "p1"));
        settle(inDoubt(second, PATIENCE));

        assertThat(found(message).status()).isEqualTo(Status.DELIVERED);
        assertThat(store.number("select count(*) from pending_receipt")).isZero();
    }

    @Test
    void lateAnswersAndOthersOfOneBatchAreAllWritten() {
        Message late = accept(1);
        Claim lost = claim().getFirst();
        later(LEASE);
        Message punctual = accept(2);
        List<Claim> claims = claim();
        Claim held = claims.stream().filter(claim -> id(claim).equals(punctual.id())).findFirst().orElseThrow();

        settle(sent(lost, "p1"), sent(held, "p2"));

        assertThat(found(late).providerMessageId()).isEqualTo("p1");
        assertThat(found(punctual).providerMessageId()).isEqualTo("p2");
        assertThat(List.of(found(late), found(punctual))).extracting(Message::status).containsOnly(Status.SENT);
    }

    @Test
    void aLateAnswerWrittenTwiceCountsOnce() {
        Message message = accept(1);
        Claim first = claim().getFirst();
        takenOver();
        settle(sent(first, "p1"));
        Message once = found(message);
        later(Duration.ofSeconds(1));

        settle(new Settlement.Sent(first, "p1", once.timeline().sentAt()));

        assertThat(found(message)).isEqualTo(once);
    }

    @Test
    void aNameThatIsTooLongIsLeftOut() {
        Message message = accept(1);
        settle(sent(claim().getFirst(), "p".repeat(513)));
        Message late = accept(2);
        Claim lost = claim().getFirst();
        takenOver();

        settle(sent(lost, "p".repeat(513)));

        assertThat(found(message).status()).isEqualTo(Status.SENT);
        assertThat(found(message).providerMessageId()).isNull();
        assertThat(found(late).status()).isEqualTo(Status.SENDING);
    }

    @Test
    void aLateAnswerOfTheFirstChannelIsNotTheSecondChannels() {
        Endpoint whatsApp = tenant.endpoint(Channel.WHATSAPP);
        Message message = traffic.accept(whatsApp, Traffic.person(1), "x");
        Claim first = claim().getFirst();
        takenOver();
        inbox.apply(
                List.of(new Receipt(whatsApp.id(), "p1", message.id(), Status.FAILED, UNDELIVERABLE, now(), Json.Members.EMPTY)),
                (_, _) -> Optional.of(new Reroute(sms, now().plusSeconds(5))),
                now());

        settle(sent(first, "p1"));

        Message next = store.get(MessageLog.class)
                .message(message.scope(), found(message).continuedBy())
                .orElseThrow();
        assertThat(found(message).status()).isEqualTo(Status.FAILED);
        assertThat(next.status()).isEqualTo(Status.QUEUED);
        assertThat(next.providerMessageId()).isNull();
    }
}
