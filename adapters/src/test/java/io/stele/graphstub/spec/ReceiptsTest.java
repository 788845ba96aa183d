package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.callback.ReceiptPlan.Step;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receipts of accepted messages: which, in which order, and in which form. */
class ReceiptsTest {

    private static CallbackSink sink;
    private static Shop shop;

    @BeforeAll
    static void open() {
        sink = new CallbackSink();
        shop = Shop.open(Shop.stub().callback(sink.url()).number("208745502", "31500043", "+15550100043", "other-token"));
    }

    @AfterAll
    static void close() {
        shop.close();
        sink.close();
    }

    @BeforeEach
    void reset() {
        shop.control.reset();
        sink.clear();
    }

    @Test
    void sendsNoneUnlessTold() {
        shop.sendText("a");

        Awaitility.await().during(Duration.ofMillis(200)).until(() -> sink.calls.isEmpty());
    }

    @Test
    void followsTheMessageStepByStep() {
        shop.control.receipts(ReceiptPlan.of("sent", "delivered", "read"));

        String wamid = shop.sendText("note-1");

        awaitCalls(3);
        assertThat(statuses()).extracting(status -> status.text("status")).containsExactly("sent", "delivered", "read");
        assertThat(statuses()).allSatisfy(status -> {
            assertThat(status.text("id")).isEqualTo(wamid);
            assertThat(status.text("recipient_id")).isEqualTo("15550100777");
            assertThat(status.text("biz_opaque_callback_data")).isEqualTo("note-1");
            assertThat(status.text("timestamp")).matches("\\d{10}");
        });
    }

    @Test
    void writesWhatV23Writes() {
        shop.control.receipts(ReceiptPlan.of("sent", "delivered", "read"));

        shop.sendText("a");

        awaitCalls(3);
        Members sent = statuses().getFirst();
        Members delivered = statuses().get(1);
        Members read = statuses().getLast();
        assertThat(String.valueOf(sent.get("pricing")))
                .isEqualTo("{billable=false, pricing_model=PMP, type=free_customer_service, category=service}");
        assertThat(conversation(sent).text("expiration_timestamp")).matches("\\d{10}");
        assertThat(conversation(delivered).optionalText("expiration_timestamp")).isNull();
        assertThat(conversation(delivered).text("id")).isEqualTo(conversation(sent).text("id")).hasSize(32);
        assertThat(read.all()).doesNotContainKeys("pricing", "conversation");
        assertThat(sink.calls.getFirst().text())
                .startsWith("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + Shop.ACCOUNT + "\","
                        + "\"changes\":[{\"value\":"
                        + "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"" + Shop.DIGITS
                        + "\",\"phone_number_id\":\"" + Shop.NUMBER + "\"},\"statuses\":[");
    }

    @Test
    void writesWhatV24Writes() {
        shop.control.receipts(ReceiptPlan.of("sent").withoutConversation());

        shop.sendText("a");

        awaitCalls(1);
        assertThat(statuses().getFirst().all()).containsKey("pricing").doesNotContainKey("conversation");
    }

    @Test
    void pricesReadWhereNothingWasDelivered() {
        shop.control.receipts(ReceiptPlan.of("sent", "read"));

        shop.sendText("a");

        awaitCalls(2);
        assertThat(statuses().getLast().all()).containsKey("pricing");
    }

    @Test
    void failsAMessage() {
        shop.control.receipts(ReceiptPlan.failed(131049, "Not delivered", "For a healthy ecosystem."));

        shop.sendText("a");

        awaitCalls(1);
        Members failed = statuses().getFirst();
        Members error = failed.listOfMembers("errors").getFirst();
        assertThat(failed.text("status")).isEqualTo("failed");
        assertThat(failed.all()).doesNotContainKeys("pricing", "conversation");
        assertThat(error.number("code", 0)).isEqualTo(131049);
        assertThat(error.text("title")).isEqualTo("Not delivered");
        assertThat(error.optionalMembers("error_data")).isNotNull();
    }

    @Test
    void reportsOfAReactionOnlyThatItWasSent() {
        shop.control.receipts(ReceiptPlan.of("sent", "delivered", "read"));

        shop.send("{'messaging_product':'whatsapp','to':'15550100777','type':'reaction','reaction':{'message_id':"
                + "'wamid.A','emoji':'👍'}}");

        awaitCalls(1);
        Awaitility.await().during(Duration.ofMillis(200)).until(() -> sink.calls.size() == 1);
        assertThat(statuses().getFirst().text("status")).isEqualTo("sent");
    }

    @Test
    void namesAUserByUserId() {
        shop.control.receipts(ReceiptPlan.of("delivered"));

        shop.send(Shop.text("US.abc123", "a"));

        awaitCalls(1);
        assertThat(statuses().getFirst().text("recipient_id")).isEmpty();
        assertThat(statuses().getFirst().text("recipient_user_id")).isEqualTo("US.abc123");
        assertThat(sink.calls.getFirst().text()).contains("\"wa_id\":\"\",\"user_id\":\"US.abc123\"");
    }

    @Test
    void showsContactsWhenTold() {
        shop.control.receipts(ReceiptPlan.of("sent").withContacts());

        shop.sendText("a");

        awaitCalls(1);
        assertThat(sink.calls.getFirst().text()).contains("\"contacts\":[{\"profile\":{\"name\":\"Somebody\"},\"wa_id\":"
                + "\"15550100777\"}]");
    }

    @Test
    void waitsAsTold() {
        shop.control.receipts(ReceiptPlan.NONE.steps(List.of(
                new Step("sent", Duration.ZERO), new Step("delivered", Duration.ofMillis(400)))));

        shop.sendText("a");

        awaitCalls(2);
        List<LedgerLine> lines = shop.control.callbacks();
        assertThat(Duration.between(lines.getFirst().at(), lines.getLast().at())).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void doublesAndReverses() {
        shop.control.receipts(ReceiptPlan.of("sent", "delivered", "read").copies(2).inReverse());

        shop.sendText("a");

        awaitCalls(6);
        assertThat(statuses())
                .extracting(status -> status.text("status"))
                .containsExactly("read", "read", "delivered", "delivered", "sent", "sent");
    }

    @Test
    void isFasterThanTheAnswer() {
        shop.control.receipts(ReceiptPlan.of("sent").beforeTheAnswer());

        shop.sendText("a");

        assertThat(sink.calls).hasSize(1);
    }

    @Test
    void holdsReceiptsAndReleasesThem() {
        shop.control.receipts(ReceiptPlan.of("sent", "delivered").untilReleased());
        shop.sendText("a");
        Awaitility.await().until(() -> shop.control.heldReceipts() == 2);
        assertThat(sink.calls).isEmpty();

        assertThat(shop.control.release()).isEqualTo(2);

        assertThat(statuses()).extracting(status -> status.text("status")).containsExactly("sent", "delivered");
        assertThat(shop.control.heldReceipts()).isZero();
    }

    @Test
    void releasesInReverseTogetherAndTwice() {
        shop.control.receipts(ReceiptPlan.of("sent", "delivered").untilReleased());
        shop.sendText("a");
        Awaitility.await().until(() -> shop.control.heldReceipts() == 2);

        shop.control.release(true, true, 2);

        assertThat(sink.calls).hasSize(2);
        assertThat(statuses())
                .extracting(status -> status.text("status"))
                .containsExactly("delivered", "sent", "delivered", "sent");
    }

    @Test
    void gathersReceiptsOfSeveralMessagesAndNumbers() {
        shop.control.receipts(ReceiptPlan.of("sent").batched(3, Duration.ofSeconds(30)));

        shop.sendText("a");
        shop.sendText("b");
        shop.exchange(shop.bare("/v23.0/208745502/messages")
                .header("Authorization", "Bearer other-token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        Shop.text("15550100777", "c").replace('\'', '"'))));

        awaitCalls(1);
        Members body = Members.of(Json.read(sink.calls.getFirst().body()));
        assertThat(body.listOfMembers("entry")).hasSize(2);
        assertThat(statuses())
                .extracting(status -> status.text("biz_opaque_callback_data"))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void doesNotWaitForEverForABatch() {
        shop.control.receipts(ReceiptPlan.of("sent").batched(100, Duration.ofMillis(20)));

        shop.sendText("a");

        awaitCalls(1);
    }

    @Test
    void postsAReceiptOnCommand() {
        String wamid = shop.sendText("note-1");

        assertThat(shop.control.receipt(wamid, "played").isAcknowledged()).isTrue();
        assertThat(shop.control.failure(wamid, 131026, "Undeliverable", "Not there.").isAcknowledged()).isTrue();

        assertThat(statuses()).extracting(status -> status.text("status")).containsExactly("played", "failed");
        assertThat(statuses().getFirst().text("biz_opaque_callback_data")).isEqualTo("note-1");
        assertThatThrownBy(() -> shop.control.receipt("wamid.NONE", "sent")).hasMessageContaining("no message has the id");
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThatThrownBy(() -> ReceiptPlan.of("sent").beforeTheAnswer().untilReleased())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReceiptPlan.of("seen")).hasMessageContaining("status must be one of");
        assertThat(shop.post("/control/receipts", "{'steps':[{'status':'sent'}],'early':true,'held':true}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void reportsAlsoWhenTheAnswerWasLost() {
        shop.control.receipts(ReceiptPlan.of("sent"));
        shop.control.add(Fault.error(500, 131000, "Something went wrong", "x").butTaken());

        shop.send(Shop.text("15550100777", "note-1"));

        awaitCalls(1);
        assertThat(statuses().getFirst().text("biz_opaque_callback_data")).isEqualTo("note-1");
    }

    private static Members conversation(Members status) {
        return Objects.requireNonNull(status.optionalMembers("conversation"));
    }

    private static void awaitCalls(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shop.control.callbacks().size() == count);
        assertThat(sink.calls).hasSize(count);
    }

    private static List<Members> statuses() {
        return sink.calls.stream()
                .map(call -> Members.of(Json.read(call.body())))
                .flatMap(body -> body.listOfMembers("entry").stream())
                .flatMap(entry -> entry.listOfMembers("changes").stream())
                .flatMap(change -> Objects.requireNonNull(change.optionalMembers("value")).listOfMembers("statuses").stream())
                .toList();
    }
}
