package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.WireException;
import io.stele.core.conversation.ConversationKey;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever a query says, it is read, or refused by its parameter; and each cursor of ours is read back. */
class AnyQueryTest {

    private static final JsonNode MESSAGE = JsonNode.createObjectNode(Map.of(
            "id", JsonNode.createStringNode("wamid.1"), "kapso", JsonNode.createObjectNode(Map.of("content", JsonNode.createStringNode("Hi")))));

    private final Cursors cursors = new Cursors(ObjectMapper.getDefault());

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nearly = Arbitraries.strings().withChars("0123456789abcT:Z.,()*+-_=/ \u0000\ud800é").ofMaxLength(60);
        Arbitrary<String> json = Arbitraries.of(
                        "{}", "{\"values\":[]}", "{\"values\":[null]}", "{\"values\":[{}]}", "{\"values\":[1e400]}", "{\"values\":[[]]}", "{\"values\":{}}",
                        "{\"values\":[\"2026-01-01T00:00:00Z\",\"x\"]}", "{\"values\":[1,2,3]}", "[", "\"\"", "1e99999999999")
                .map(text -> Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        Arbitrary<String> fields = nearly.map(text -> "kapso(" + text + ")");
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(200), nearly, json, fields);
    }

    private static Query query(String name, String value) {
        return Queries.of("?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static void isReadOrRefused(String name, String value, Function<Query, ?> reading) {
        try {
            assertThat(reading.apply(query(name, value))).isNotNull();
        } catch (WireException e) {
            assertThat(e.path()).hasToString(name);
        }
    }

    @Property
    void parameters(@ForAll("texts") String text) {
        isReadOrRefused("limit", text, query -> query.size("limit"));
        isReadOrRefused("page", text, query -> query.number("page", 1, 1, Integer.MAX_VALUE));
        isReadOrRefused("unassigned", text, query -> query.truth("unassigned"));
        isReadOrRefused("webhook_id", text, query -> query.uuid("webhook_id"));
        isReadOrRefused("since", text, query -> query.moment("since"));
    }

    @Property
    void cursors(@ForAll("texts") String text) {
        for (String name : List.of("after", "before")) {
            isReadOrRefused(name, text, cursors::messages);
            isReadOrRefused(name, text, cursors::contacts);
            isReadOrRefused(name, text, cursors::conversations);
            isReadOrRefused(name, text, cursors::deliveries);
        }
    }

    @Property
    void selections(@ForAll("texts") String text) {
        JsonNode shown = FieldSelection.of(query("fields", text)).ofMessage(MESSAGE);

        assertThat(shown.get("id")).isEqualTo(MESSAGE.get("id"));
    }

    @Property
    void aCursorIsReadBack(
            @ForAll @IntRange(min = 0) int second,
            @ForAll long high,
            @ForAll long low,
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long active,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nano) {
        MessageId message = new MessageId(new Ksuid(second, high, low));
        ConversationKey conversation = new ConversationKey(Instant.ofEpochSecond(active, nano), new UUID(high, low));

        String ofMessage = cursors.ofMessages(new Page<>(List.of(message), true, true), Function.identity()).next();
        String ofConversation = cursors.ofConversations(new Page<>(List.of(conversation), true, true), Function.identity()).next();

        assertThat(cursors.messages(Queries.of("?after=" + ofMessage))).isEqualTo(PageRequest.olderThan(message, 20));
        assertThat(cursors.conversations(Queries.of("?after=" + ofConversation))).isEqualTo(PageRequest.olderThan(conversation, 20));
    }
}
