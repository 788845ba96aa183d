package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.Person;
import io.stele.graphstub.client.Sends;
import io.stele.graphstub.fault.Fault;
import io.stele.server.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong between us and Meta, and what the three APIs say of it. */
abstract class FailuresTest extends WhatsAppTest {

    private static final String LIST = "/v1/organization/whatsapp/messages?limit=1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | 131026 | Message undeliverable     | Message Undeliverable.
                    400 | 131047 | Re-engagement message     | More than 24 hours have passed.
                    401 | 190    | Invalid OAuth access token | The session has expired.
                    400 | 132001 | Template does not exist   | Template name does not exist in the translation
                    """)
    void a_refusal_of_Graphs_fails_the_message_with_its_code(int status, String code, String title, String details) {
        Person customer = customer();
        meta().add(Fault.error(status, Integer.parseInt(code), title, details));

        String id = send(customer, "Hi");

        awaitStatus(id, "failed");
        assertFailed(id, customer, code, title, details);
        assertThat(meta().totals().faulted()).isEqualTo(1);
        assertThat(meta().accepted()).isEmpty();
    }

    @Test
    void a_failure_that_is_reported_later_fails_the_message_with_its_code() {
        Person customer = customer();
        meta().receipts(ReceiptPlan.failed(131049, "Not delivered", "To maintain a healthy ecosystem."));

        String id = send(customer, "Hi");

        awaitStatus(id, "failed");
        assertFailed(id, customer, "131049", "Not delivered", "To maintain a healthy ecosystem.");
    }

    @ParameterizedTest
    @CsvSource({"429, 130429", "400, 131056", "503, 131016", "500, 2"})
    void what_passes_is_tried_again_and_then_sent_once(int status, int code) {
        meta().receipts(ReceiptPlan.of("sent", "delivered"));
        meta().add(Fault.error(status, code, "Later", "Try again later."));

        String id = send(customer(), "Hi");

        awaitStatus(id, "delivered");
        assertThat(meta().counts().values()).containsExactly(new Sends(1, 0, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Ending.class,
            names = {"MALFORMED", "HALF", "TOO_SHORT", "CLOSED", "RESET"})
    void a_message_whose_answer_was_lost_is_known_by_its_receipt_and_not_sent_again(Fault.Ending ending) {
        Person customer = customer();
        meta().receipts(ReceiptPlan.of("sent", "delivered").untilReleased());
        meta().add(Fault.of(ending).butTaken());
        String id = send(customer, "Hi");
        LedgerLine taken = taken();
        await().atMost(PATIENCE).until(() -> meta().heldReceipts() == 2);
        assertThat(status(id)).isEqualTo("sending");

        meta().release();

        awaitStatus(id, "delivered");
        Seen seen = seen(Objects.requireNonNull(taken.wamid()));
        assertThat(Seen.text(seen.zavu(), "id")).isEqualTo(id);
        String next = send(customer, "After it");
        await().atMost(PATIENCE).until(() -> meta().accepted().size() == 2);
        awaitStatus(next, "sent");
        assertThat(meta().counts().values()).containsExactly(new Sends(1, 0, 0), new Sends(1, 0, 0));
    }

    @Test
    void a_receipt_that_comes_before_the_sends_own_answer_is_matched() {
        meta().receipts(ReceiptPlan.of("sent", "delivered").beforeTheAnswer());

        String id = send(customer(), "Hi");

        awaitStatus(id, "delivered");
        assertThat(meta().counts().values()).containsExactly(new Sends(1, 0, 0));
    }

    /** As it is with messages that were sent before there was a note, and with providers that give none back. */
    @Test
    void a_receipt_that_comes_before_the_answer_and_names_the_message_by_Metas_id_only_is_matched() {
        meta().add(Fault.late(Duration.ofSeconds(2)));
        String id = send(customer(), "Hi");
        String wamid = Objects.requireNonNull(taken().wamid());

        deliver(CallbackBody.of(BUSINESS).statuses(List.of(Map.of(
                "id", wamid, "status", "delivered", "timestamp", "1772438400", "recipient_id", "15550100777"))));

        assertThat(status(id)).isEqualTo("sending");
        awaitStatus(id, "delivered");
    }

    private void assertFailed(String id, Person customer, String code, String title, String details) {
        JsonNode zavu = http().get("/v1/messages/" + id, owner().zavu()).at("message");
        assertThat(Seen.text(zavu, "errorCode")).isEqualTo(code);
        assertThat(Seen.text(zavu, "errorMessage")).contains(title);
        JsonNode kapso = kapso("/platform/v1/whatsapp/messages?limit=1&phone_number=" + customer.digits())
                .at("data", 0, "kapso");
        assertThat(Seen.text(kapso, "status")).isEqualTo("failed");
        JsonNode statuses = Seen.member(kapso, "statuses");
        JsonNode last = Objects.requireNonNull(statuses.get(statuses.size() - 1));
        JsonNode error = Objects.requireNonNull(Seen.member(last, "errors").get(0));
        assertThat(Seen.text(last, "status")).isEqualTo("failed");
        assertThat(Seen.member(error, "code").getIntValue()).isEqualTo(Integer.parseInt(code));
        assertThat(Seen.text(error, "title")).isEqualTo(title);
        assertThat(Seen.text(Seen.member(error, "error_data"), "details")).isEqualTo(details);
        Answer chirp = http().get(LIST, owner().chirpAdmin());
        assertThat(chirp.string("messages", 0, "toPhoneNumber")).isEqualTo("+" + customer.digits());
        assertThat(chirp.string("messages", 0, "errorCode")).isEqualTo(code);
        assertThat(chirp.string("messages", 0, "errorTitle")).isEqualTo(title);
        assertThat(chirp.string("messages", 0, "errorDetails")).isEqualTo(details);
        assertThat(chirp.at("messages", 0, "failedAt").isString()).isTrue();
    }
}
