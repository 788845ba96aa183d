package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.Person;
import io.stele.server.Http;
import io.stele.server.matrix.Cast;
import io.stele.server.matrix.MatrixCase;
import io.stele.server.matrix.Shown;
import io.stele.server.matrix.Sorted;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of message that each API can send: as it reaches Graph, and what all three say when its receipts have come. */
abstract class SendsTest extends WhatsAppTest {

    /** The files of the cases, which Graph has to know, and what they are. */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("audio-1", "audio/ogg"),
            Map.entry("doc-1", "application/pdf"),
            Map.entry("sticker-1", "image/webp"),
            Map.entry("video-1", "video/mp4"),
            Map.entry("v0", "video/mp4"),
            Map.entry("v1", "video/mp4"),
            Map.entry("img-0", "image/jpeg"),
            Map.entry("img-1", "image/jpeg"),
            Map.entry("media_1", "image/jpeg"),
            Map.entry("media_2", "video/mp4"),
            Map.entry("media_3", "audio/ogg"),
            Map.entry("media_4", "application/pdf"),
            Map.entry("media_5", "image/webp"));

    /** Zavu knows a template by an id of its own, and nobody has told it any. */
    private static final Set<String> BY_ZAVUS_ID = Set.of("zavu-template", "zavu-template-named");

    /** What is known of a file, and is shown, but has no place in a request. */
    private static final Set<String> NOT_ASKED = Set.of("mime_type");

    static Stream<MatrixCase> sends() {
        return MatrixCase.all()
                .filter(message -> !message.through().equals("inbound") && !BY_ZAVUS_ID.contains(message.name()));
    }

    @ParameterizedTest
    @MethodSource("sends")
    void what_is_sent_reaches_Graph_as_documented_and_its_receipts_are_seen_through_all(MatrixCase original) {
        Map<String, String> files = register(original);
        MatrixCase message = renamed(original, files);
        Cast cast = cast(somebody());
        meta().receipts(ReceiptPlan.of("sent", "delivered", "read"));

        cast.write(http(), message);

        LedgerLine taken = taken();
        assertThat(meta().refused()).isEmpty();
        JsonNode request = Http.parse(Objects.requireNonNull(taken.body()));
        assertThat(Seen.text(request, "biz_opaque_callback_data")).hasSize(27);
        assertThat(cast.masked(without(request, Set.of("biz_opaque_callback_data"))))
                .isEqualTo(Sorted.text(expected(message)));

        String wamid = Objects.requireNonNull(taken.wamid());
        boolean reaction = message.kapso().get("reaction") != null;
        List<String> reached = reaction ? List.of("sent") : List.of("sent", "delivered", "read");
        // it is not there to be seen before what became of it is written
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen(wamid).zavuStatus()).isEqualTo(reached.getLast()));
        Seen seen = seen(wamid);
        assertThat(seen.kapsoStatus()).isEqualTo(reached.getLast());
        assertThat(seen.reports().values()).extracting(report -> Seen.text(report, "status"))
                .containsExactlyElementsOf(reached);
        assertThat(Stream.of("sentAt", "deliveredAt", "readAt").filter(at -> Seen.member(seen.chirp(), at).isString()))
                .hasSameSizeAs(reached);
        assertThat(cast.masked(Shown.zavu(seen.zavu()))).as("Zavu").isEqualTo(Sorted.text(message.zavu()));
        assertThat(cast.masked(Shown.kapso(seen.kapso()))).as("Kapso").isEqualTo(Sorted.text(message.kapso()));
        assertThat(cast.masked(Shown.chirp(seen.chirp()))).as("Chirp").isEqualTo(Sorted.text(message.chirp()));
    }

    @Test
    void each_report_is_shown_with_what_Meta_said_in_it() {
        Person customer = customer();
        meta().receipts(ReceiptPlan.of("sent", "delivered", "read"));
        String id = send(customer, "Hi");
        awaitStatus(id, "read");

        Seen seen = seen(Objects.requireNonNull(taken().wamid()));

        List<JsonNode> posted = meta().callbacks().stream()
                .map(line -> Http.parse(Objects.requireNonNull(line.body())))
                .map(body -> body.get("entry").get(0).get("changes").get(0).get("value").get("statuses"))
                .filter(Objects::nonNull)
                .map(statuses -> statuses.get(0))
                .toList();
        Set<String> ours = Set.of("id", "biz_opaque_callback_data");
        assertThat(seen.reports().values()).extracting(report -> Sorted.text(without(report, ours)))
                .containsExactlyElementsOf(
                        posted.stream().map(report -> Sorted.text(without(report, ours))).toList());
        assertThat(seen.reports().values()).extracting(report -> Seen.text(report, "id"))
                .containsOnly(Seen.text(seen.kapso(), "id"));
    }

    /** Graph gets to know the files of the case. @return the ids that it gave them */
    private Map<String, String> register(MatrixCase message) {
        String body = Sorted.text(message.body());
        Map<String, String> ids = new HashMap<>();
        FILES.forEach((name, type) -> {
            if (body.contains('"' + name + '"')) {
                ids.put(name, meta().media(BUSINESS.numberId(), type, new byte[] {1}).id());
            }
        });
        return ids;
    }

    private static MatrixCase renamed(MatrixCase message, Map<String, String> files) {
        return new MatrixCase(
                message.name(),
                message.through(),
                renamed(message.body(), files),
                renamed(message.zavu(), files),
                renamed(message.kapso(), files),
                renamed(message.chirp(), files));
    }

    private static JsonNode renamed(JsonNode tree, Map<String, String> files) {
        String text = Sorted.text(tree);
        for (Map.Entry<String, String> file : files.entrySet()) {
            text = text.replace('"' + file.getKey() + '"', '"' + file.getValue() + '"');
        }
        return Http.parse(text);
    }

    /** The request, as Meta documents it: Kapso's API shows a message's content in Meta's own form. */
    private static JsonNode expected(MatrixCase message) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("messaging_product", JsonNode.createStringNode("whatsapp"));
        members.put("recipient_type", JsonNode.createStringNode("individual"));
        members.put("to", JsonNode.createStringNode("$digits"));
        message.kapso().entries().forEach(entry -> {
            if (!Set.of("kapso", "context").contains(entry.getKey())) {
                JsonNode said = entry.getValue();
                members.put(entry.getKey(), said.isObject() ? without(said, NOT_ASKED) : said);
            }
        });
        JsonNode context = message.kapso().get("context");
        if (context != null) {
            members.put(
                    "context",
                    JsonNode.createObjectNode(
                            Map.of("message_id", JsonNode.createStringNode(Seen.text(context, "id")))));
        }
        return JsonNode.createObjectNode(members);
    }

    private static JsonNode without(JsonNode object, Set<String> names) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.entries().forEach(entry -> {
            if (!names.contains(entry.getKey())) {
                members.put(entry.getKey(), entry.getValue());
            }
        });
        return JsonNode.createObjectNode(members);
    }
}
