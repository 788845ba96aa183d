package io.stele.adapters.connector.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.core.example.Examples;
import io.stele.core.inbound.Heard;
import io.stele.core.inbound.Receipt;
import io.stele.core.inbound.Unhandled;
import io.stele.core.inbound.Unhandled.Reason;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what Meta says became of a message. */
class StatusesTest {

    private static final JsonNode STATUSES = Posts.resource("statuses.json");
    private static final MessageId OURS = Examples.messageId(7);

    static Stream<Arguments> statuses() {
        return Stream.of(
                row("sent", Status.SENT, null),
                row("delivered", Status.DELIVERED, null),
                row("read", Status.READ, null),
                row("played", Status.READ, null),
                row("failed", Status.FAILED, new Failure(
                        "131049",
                        "This message was not delivered to maintain healthy ecosystem engagement.",
                        "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.")),
                row("failed without a title", Status.FAILED, new Failure("131026", "Message undeliverable", null)),
                row("failed without a reason", Status.FAILED, new Failure("131000", "Something went wrong", null)),
                row("to a group", Status.READ, null));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aStatusIsAReceipt(String name, Status status, @Nullable Failure failure) {
        JsonNode node = of(STATUSES.get(name));

        assertThat(Posts.read(Posts.body("statuses", List.of(node))).receipts())
                .containsExactly(new Receipt(
                        Posts.ENDPOINT.id(), "wamid.OUT", OURS, status, failure, Posts.SENT, JsonTrees.toMembers(node), name.equals("played")));
    }

    @Test
    void everyExampleIsInTheTable() {
        List<String> names = new ArrayList<>();
        STATUSES.entries().forEach(entry -> names.add(entry.getKey()));

        assertThat(statuses().map(row -> row.get()[0])).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order-42", "zzzzzzzzzzzzzzzzzzzzzzzzzzz", "wamid.OUT"})
    void whatSomebodyElseGaveAlongIsNotOurs(String given) {
        JsonNode node = Posts.with(of(STATUSES.get("sent")), "biz_opaque_callback_data", JsonNode.createStringNode(given));

        assertThat(Posts.read(Posts.body("statuses", List.of(node))).receipts())
                .singleElement()
                .extracting(Receipt::message)
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'wamid.1','status':'warmed_up'} | NOT_SERVED",
                "{'id':'wamid.1','status':'SENT'} | NOT_SERVED",
                "{'id':'wamid.1','status':'failed','type':'payment','payment':{'reference_id':'r'}} | NOT_SERVED",
                "{'id':'wacid.1','status':'RINGING','type':'call'} | NOT_SERVED",
                "{'id':'wamid.1'} | UNREADABLE",
                "{'status':'sent'} | UNREADABLE",
                "{'id':'','status':'sent'} | UNREADABLE",
                "{'id':['wamid.1'],'status':'sent'} | UNREADABLE",
                "{} | UNREADABLE",
            })
    void whatIsNoStatusOfAMessageIsLeftUnhandled(String status, Reason reason) {
        JsonNode node = Posts.json(status);
        JsonNode next = of(STATUSES.get("read"));

        Heard heard = Posts.read(Posts.body("statuses", List.of(node, next)));

        assertThat(heard.unhandled()).containsExactly(new Unhandled("statuses", reason, JsonTrees.toMembers(node)));
        assertThat(heard.receipts()).hasSize(1);
    }

    @Test
    void aStatusOfAMessageMayNameItsType() {
        JsonNode node = Posts.with(of(STATUSES.get("read")), "type", JsonNode.createStringNode("message"));

        assertThat(Posts.read(Posts.body("statuses", List.of(node))).receipts()).hasSize(1);
    }

    @Test
    void thePriceIsKeptAsItCame() {
        Receipt receipt = Posts.read(Posts.body("statuses", List.of(of(STATUSES.get("delivered"))))).receipts().getFirst();

        assertThat(receipt.details().members().get("pricing"))
                .isEqualTo(JsonTrees.toDomain(STATUSES.get("delivered").get("pricing")))
                .isInstanceOf(Json.Members.class);
    }

    private static JsonNode of(JsonNode status) {
        JsonNode node = Posts.with(status, "id", JsonNode.createStringNode("wamid.OUT"));
        node = Posts.with(node, "timestamp", JsonNode.createStringNode("1772438400"));
        return Posts.with(node, "biz_opaque_callback_data", JsonNode.createStringNode(OURS.value().toString()));
    }

    private static Arguments row(String name, Status status, @Nullable Failure failure) {
        return Arguments.of(name, status, failure);
    }
}
