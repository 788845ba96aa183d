package io.stele.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.connector.sandbox.MagicRecipient;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import java.time.Duration;
import java.util.Map;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sandbox as a client sees it: what becomes of messages, ordinary ones and those to magic recipients, and what pretend customers cannot send.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class SandboxTest extends SteleServerTest {

    /** Longer than the sandbox of the tests takes to read. */
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(MagicRecipient.UNDELIVERABLE, "failed", "131026"),
                Arguments.of(MagicRecipient.NOT_ON_WHATSAPP, "failed", "131026"),
                Arguments.of(MagicRecipient.FAILS_LATER, "failed", "131026"),
                Arguments.of(MagicRecipient.WINDOW_CLOSED, "failed", "131047"),
                Arguments.of(MagicRecipient.THROTTLED, "read", null),
                Arguments.of(MagicRecipient.UNAVAILABLE, "read", null),
                Arguments.of(MagicRecipient.NEVER_ANSWERS, "sending", null),
                Arguments.of(MagicRecipient.LOST_ANSWER, "read", null),
                Arguments.of(MagicRecipient.DUPLICATE_RECEIPTS, "read", null),
                Arguments.of(MagicRecipient.OUT_OF_ORDER_RECEIPTS, "read", null),
                Arguments.of(MagicRecipient.EARLY_RECEIPTS, "read", null),
                Arguments.of(MagicRecipient.NEVER_READS, "delivered", null),
                Arguments.of(MagicRecipient.NO_RECEIPTS, "sent", null));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void a_message_to_a_magic_recipient_ends_as_documented(
            MagicRecipient recipient, String status, @Nullable String code) {
        stele().writeIn(recipient.number());
        String id = send("{\"to\":\"%s\",\"channel\":\"whatsapp\",\"text\":\"Hi\",\"fallbackEnabled\":false}"
                .formatted(recipient.number()));

        endsAs(id, status);
        assertThat(errorCode(id)).isEqualTo(code);
    }

    @Test
    void every_magic_recipient_is_tried() {
        assertThat(ends().map(arguments -> arguments.get()[0])).containsExactlyInAnyOrder((Object[]) MagicRecipient.values());
    }

    @Test
    void an_ordinary_message_is_read() {
        String customer = stele().customerInConversation();

        endsAs(send("{\"to\":\"%s\",\"channel\":\"whatsapp\",\"text\":\"Hi\"}".formatted(customer)), "read");
    }

    @Test
    void an_sms_and_an_email_are_delivered() {
        String sms = send("{\"to\":\"%s\",\"channel\":\"sms\",\"text\":\"Hi\"}".formatted(RunningStele.newCustomer()));
        String email = send("{\"to\":\"somebody@sandbox.test\",\"channel\":\"email\",\"subject\":\"Hi\",\"text\":\"Hi\"}");

        endsAs(sms, "delivered");
        endsAs(email, "delivered");
    }

    @Test
    void an_email_to_a_magic_mailbox_fails() {
        String id = send("{\"to\":\"%s\",\"channel\":\"email\",\"subject\":\"Hi\",\"text\":\"Hi\"}"
                .formatted(MagicRecipient.UNDELIVERABLE.mailbox()));

        endsAs(id, "failed");
        assertThat(errorCode(id)).isEqualTo("RECIPIENT_UNREACHABLE");
    }

    @Test
    void a_text_to_somebody_who_is_not_on_whatsapp_goes_by_sms_when_it_may() {
        String number = MagicRecipient.NOT_ON_WHATSAPP.number();
        stele().writeIn(number);
        String id = send("{\"to\":\"%s\",\"channel\":\"whatsapp\",\"text\":\"Hi\",\"fallbackEnabled\":true}".formatted(number));

        endsAs(id, "delivered");
        assertThat(message(id).get("channel").getStringValue()).isEqualTo("sms");
    }

    static Stream<Arguments> impossibleOrders() {
        String price = "order.product_items[1].item_price";
        String quantity = "order.product_items[1].quantity";
        return Stream.of(
                Arguments.of("\"quantity\":0", quantity),
                Arguments.of("\"quantity\":-1", quantity),
                Arguments.of("\"quantity\":1000001", quantity),
                Arguments.of("\"quantity\":9223372036854775807", quantity),
                Arguments.of("\"quantity\":1,\"item_price\":-1", price),
                Arguments.of("\"quantity\":1,\"item_price\":1e5000", price),
                Arguments.of("\"quantity\":1,\"item_price\":1e-5000", price),
                Arguments.of("\"quantity\":1,\"item_price\":1000000000000", price),
                Arguments.of("\"quantity\":1,\"item_price\":0.1234567", price),
                Arguments.of("\"quantity\":1,\"item_price\":\"1e2\"", price),
                Arguments.of("\"quantity\":1,\"item_price\":\"dear\"", price));
    }

    @ParameterizedTest
    @MethodSource("impossibleOrders")
    void an_order_that_no_shop_could_have_is_refused(String figures, String field) {
        Answer answer = order(figures);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.string("code")).isEqualTo("invalid_request");
        assertThat(answer.string("message")).startsWith(field + " must be ");
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD) // the newest is looked at
    @CsvSource({"0, 0", "12.50, 12.50", "1e2, 100", "999999999999.999999, 999999999999.999999", "'\"4.5\"', 4.5"})
    void the_price_of_an_order_shows_without_an_exponent(String price, String shown) {
        assertThat(order("\"quantity\":1000000,\"item_price\":" + price).status()).isEqualTo(202);

        Answer newest = http().get("/v1/whatsapp/messages?limit=1&type=order", tenant().chirpApp());
        assertThat(newest.string("messages", 0, "order", "items", 1, "itemPrice")).isEqualTo(shown);
        assertThat(newest.at("messages", 0, "order", "totalItems").getLongValue()).isEqualTo(1_000_001);
    }

    private Answer order(String figures) {
        return inbound("\"type\":\"order\",\"order\":{\"catalog_id\":\"c\",\"product_items\":["
                + "{\"product_retailer_id\":\"a\",\"quantity\":1},{\"product_retailer_id\":\"b\"," + figures + "}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\u0000", "\\ud800", "a\\udc00b", "\\ude00\\ud83d"})
    void an_id_that_cannot_be_kept_as_it_is_is_refused(String id) {
        Answer answer = inbound("\"id\":\"" + id + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.string("message")).startsWith("id must have ");
    }

    @Test
    void an_id_is_as_long_as_its_characters_are_many() {
        String text = "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}";

        assertThat(inbound("\"id\":\"" + "🙂".repeat(256) + text).status()).isEqualTo(202);
        assertThat(inbound("\"id\":\"" + "🙂".repeat(257) + text).status()).isEqualTo(400);
    }

    @Test
    void what_is_longer_than_any_message_or_name_is_refused() {
        String text = "\"type\":\"text\",\"text\":{\"body\":\"%s\"}";

        assertThat(inbound("\"name\":\"" + "n".repeat(513) + "\"," + text.formatted("Hi")).string("message")).startsWith("name must have ");
        assertThat(inbound(text.formatted("x".repeat(1_048_576))).status()).isEqualTo(413);
    }

    @Test
    void any_key_of_the_project_opens_it_where_its_own_api_has_it() {
        String body = "{\"channel\":\"whatsapp\",\"from\":\"%s\",\"to\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}"
                .formatted(RunningStele.newCustomer(), tenant().phoneNumber());

        for (String key : List.of(tenant().zavu(), tenant().zavuTest(), tenant().kapso(), tenant().chirpAdmin(), tenant().chirpApp())) {
            assertThat(http().post("/sandbox/inbound", key, body).status()).isEqualTo(202);
        }
        assertThat(http().send("POST", "/sandbox/inbound", Map.of("X-API-Key", tenant().kapso()), body).status()).isEqualTo(202);
        assertThat(http().send("POST", "/sandbox/inbound", Map.of("X-API-Key", "guessed"), body).status()).isEqualTo(401);
    }

    private Answer inbound(String members) {
        return http().post(
                        "/sandbox/inbound",
                        tenant().zavu(),
                        "{\"channel\":\"whatsapp\",\"from\":\"%s\",\"to\":\"%s\",%s}"
                                .formatted(RunningStele.newCustomer(), tenant().phoneNumber(), members));
    }

    private String send(String body) {
        Answer answer = http().post("/v1/messages", tenant().zavu(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.string("message", "id");
    }

    /** It comes to this status, and stays there. */
    private void endsAs(String id, String status) {
        await(status)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> status(id).equals(status));
        await(status + " for good")
                .during(A_WHILE)
                .atMost(A_WHILE.multipliedBy(5))
                .until(() -> status(id).equals(status));
    }

    private String status(String id) {
        return message(id).get("status").getStringValue();
    }

    private @Nullable String errorCode(String id) {
        JsonNode code = message(id).get("errorCode");
        return code == null ? null : code.getStringValue();
    }

    private JsonNode message(String id) {
        return http().get("/v1/messages/" + id, tenant().zavu()).at("message");
    }
}
