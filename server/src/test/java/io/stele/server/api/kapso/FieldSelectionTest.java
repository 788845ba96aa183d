package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSelectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent | content direction",
                "kapso(default) | content direction",
                "kapso(*) | content direction",
                "kapso() | absent",
                "kapso( ) | absent",
                "kapso(direction) | direction",
                "kapso(direction, origin) | direction origin",
                "kapso(default,origin) | content direction origin",
                "kapso(nothing) | ''",
                "id,text,kapso(content) | content",
                "id,text | content direction",
                "mykapso() | content direction",
                "kapso()x | content direction",
                "kapso( | content direction",
                "x(kapso()) | content direction",
                "id, kapso(content) ,kapso(origin) | content origin",
                "kapso(),kapso(origin) | origin",
                "preview.invalidate(false),kapso(content) | content",
                "a(b,kapso()),kapso(content) | content",
            })
    void theExtensionsOfAMessageAreChosen(@Nullable String fields, @Nullable String names) {
        JsonNode message = resource("content", "direction", "origin");

        JsonNode chosen = selection(fields).ofMessage(message);

        assertThat(chosen.get("id")).isEqualTo(message.get("id"));
        assertThat(names(chosen)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent | contact_name messages_count",
                "kapso(*) | contact_name messages_count",
                "kapso(contact_name) | contact_name",
                "kapso() | absent",
            })
    void theExtensionsOfAConversationAreChosen(@Nullable String fields, @Nullable String names) {
        assertThat(names(selection(fields).ofConversation(resource("contact_name", "messages_count")))).isEqualTo(names);
    }

    @Test
    void aSelectionMayBeLong() {
        assertThat(names(selection("a(b),".repeat(20_000) + "kapso(content)").ofMessage(resource("content", "direction"))))
                .isEqualTo("content");
    }

    private static FieldSelection selection(@Nullable String fields) {
        var request = HttpRequest.GET("/");
        if (fields != null) {
            request.getParameters().add("fields", fields);
        }
        return FieldSelection.of(new Query(request));
    }

    private static JsonNode resource(String... extensions) {
        return JsonNode.createObjectNode(Map.of(
                "id",
                JsonNode.createStringNode("1"),
                "kapso",
                JsonNode.createObjectNode(Stream.of(extensions)
                        .collect(Collectors.toMap(name -> name, JsonNode::createStringNode)))));
    }

    private static @Nullable String names(JsonNode resource) {
        JsonNode extensions = resource.get("kapso");
        if (extensions == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        extensions.entries().forEach(entry -> names.add(entry.getKey()));
        return names.stream().sorted().collect(Collectors.joining(" "));
    }
}
