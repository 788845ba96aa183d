package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.EndpointId;
import io.stele.core.conversation.Correspondence;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.Settlement;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.Receipt;
import io.stele.core.intake.Decision;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.SenderChoice;
import io.stele.core.intake.Submission;
import io.stele.core.message.Context;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link InboundStore#apply}: what becomes of messages by the receipts that come for them. */
public abstract class ReceiptContract extends DeliveryContract {

    protected ReceiptContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private Claim claimOne() {
        List<Claim> claims = claim();
        assertThat(claims).hasSize(1);
        return claims.getFirst();
    }

    @Test
    void a_receipt_that_names_our_message_ends_the_doubt() {
        Message message = accept(1);
        settle(new Settlement.InDoubt(claimOne(), now().plusSeconds(60), UNDELIVERABLE, null));

        apply(new Receipt(sms.id(), "p-1", message.id(), Status.DELIVERED, null, now(), Json.Members.EMPTY));
        later(Duration.ofSeconds(60));

        assertThat(queue.endDoubts(now(), 10)).isZero();
        assertThat(found(message).status()).isEqualTo(Status.DELIVERED);
        assertThat(found(message).providerMessageId()).isEqualTo("p-1");
    }

    @ParameterizedTest
    @CsvSource({
        "SENT DELIVERED READ, READ",
        "READ DELIVERED SENT, READ",
        "DELIVERED DELIVERED, DELIVERED",
        "DELIVERED FAILED, DELIVERED",
        "FAILED DELIVERED, DELIVERED",
        "FAILED FAILED, FAILED",
        "READ FAILED, READ",
    })
    void receipts_in_any_order_and_number_never_take_a_message_backwards(String order, Status end) {
        Message message = accept(1);
        settle(new Settlement.Sent(claimOne(), "p-1", now()));

        for (String status : order.split(" ")) {
            later(Duration.ofSeconds(1));
            apply(receipt("p-1", null, Status.valueOf(status)));
        }

        assertThat(found(message).status()).isEqualTo(end);
    }

    @Test
    void each_moment_is_set_once_and_a_later_one_sets_those_before_it() {
        Message message = accept(1);
        settle(new Settlement.Sent(claimOne(), "p-1", now()));
        later(Duration.ofSeconds(1));
        Instant read = now();
        apply(receipt("p-1", null, Status.READ));
        later(Duration.ofSeconds(1));
        apply(receipt("p-1", null, Status.READ), receipt("p-1", null, Status.DELIVERED));

        assertThat(found(message).timeline().deliveredAt()).isEqualTo(read);
        assertThat(found(message).timeline().readAt()).isEqualTo(read);
        assertThat(found(message).updatedAt()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "correspondence", "provider_name"})
    void a_receipt_that_says_nothing_new_waits_for_nobody(String table) {
        Message message = accept(1);
        settle(new Settlement.Sent(claimOne(), "p-1", now()));
        apply(receipt("p-1", null, Status.DELIVERED));

        try (TestStore.Held _ = store.hold("select project_id from " + table + " for update")) {
            apply(receipt("p-1", null, Status.SENT), receipt("p-1", null, Status.DELIVERED));
        }

        assertThat(found(message).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void receipts_that_come_before_the_send_s_answer_are_kept_and_merged() {
        Message message = accept(1);
        Claim claim = claimOne();

        apply(receipt("p-1", null, Status.DELIVERED), receipt("p-1", null, Status.SENT));
        assertThat(found(message).status()).isEqualTo(Status.SENDING);

        settle(new Settlement.Sent(claim, "p-1", now()));
        assertThat(found(message).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void a_receipt_for_nobody_changes_nothing() {
        Message message = accept(1);
        settle(new Settlement.Sent(claimOne(), "p-1", now()));

        apply(receipt("p-other", null, Status.DELIVERED));
        apply(new Receipt(tenant.whatsApp().id(), "p-1", null, Status.DELIVERED, null, now(), Json.Members.EMPTY));

        assertThat(found(message).status()).isEqualTo(Status.SENT);
    }

    @Test
    void the_same_receipts_at_the_same_moment_count_once() {
        Message message = accept(1);
        settle(new Settlement.Sent(claimOne(), "p-1", now()));

        Together.times(16, () -> {
            apply(receipt("p-1", null, Status.DELIVERED), receipt("p-1", null, Status.READ));
            return true;
        });

        assertThat(found(message).status()).isEqualTo(Status.READ);
        assertThat(known(message).delivered()).isEqualTo(1);
    }

    @Test
    void what_arrives_and_what_does_not_is_counted_for_the_person() {
        Message message = accept(1);
        settle(new Settlement.Sent(claimOne(), "p-1", now()));
        apply(receipt("p-1", null, Status.DELIVERED), receipt("p-1", null, Status.READ));
        accept(1);
        settle(new Settlement.Failed(claimOne(), UNDELIVERABLE, now()));

        assertThat(known(message).delivered()).isEqualTo(1);
        assertThat(known(message).failed()).isEqualTo(1);
    }

    /** What intake would be told of the message's person. */
    private Correspondence known(Message message) {
        List<Map<EndpointId, Correspondence>> seen = new ArrayList<>();
        Submission submission = new Submission(
                new MessageId(store.get(KsuidGenerator.class).next()),
                tenant.live(),
                Draft.of(new SenderChoice.Default(), message.to(), message.channel(), Text.of("?")),
                Context.NONE,
                List.of(sms),
                now());
        store.get(IntakeStore.class).write(List.of(submission), (asked, known) -> {
            seen.add(known);
            return new Decision.Refuse(new Rejection.WindowClosed());
        });
        return seen.getLast().get(sms.id());
    }
}
