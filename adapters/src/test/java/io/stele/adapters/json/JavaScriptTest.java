package io.stele.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.message.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a real JavaScript. Where there is no {@code node} the tests say that they were skipped. */
class JavaScriptTest {

    private static final int TREES = 500;

    private final List<Json> trees = new Trees().get().sampleStream().limit(TREES).toList();

    @TempDir
    private Path directory;

    @BeforeEach
    void thereIsNode() throws InterruptedException {
        JavaScript.requires("node");
    }

    @Test
    void javaScriptMakesTheSameTextOfTheSameTree() throws IOException, InterruptedException {
        List<String> stringified = new JavaScript(directory).stringified(trees.stream().map(JavaScriptTest::plain).toList());

        for (int i = 0; i < TREES; i++) {
            assertThat(JavaScriptJson.text(trees.get(i))).isEqualTo(stringified.get(i));
        }
    }

    @Test
    void javaScriptReadsOurTextAndWritesItAgainTheSame() throws IOException, InterruptedException {
        List<String> texts = trees.stream().map(JavaScriptJson::text).toList();
        List<String> stringified = new JavaScript(directory).stringified(texts);

        for (int i = 0; i < TREES; i++) {
            assertThat(stringified.get(i)).isEqualTo(texts.get(i));
        }
    }

    /** The tree as whoever knows nothing of JavaScript writes it: members in their own order, numbers with all their digits. */
    private static String plain(Json json) {
        return switch (json) {
            case Json.Members(Map<String, Json> members) -> members.entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ": " + plain(member.getValue()))
                    .collect(Collectors.joining(" , ", "{", "}"));
            case Json.Elements(List<Json> elements) -> elements.stream()
                    .map(JavaScriptTest::plain)
                    .collect(Collectors.joining(" , ", "[", "]"));
            case Json.Text(String value) -> quoted(value);
            case Json.Number(BigDecimal value) -> value.toString();
            case Json.Truth(boolean value) -> Boolean.toString(value);
            case Json.Null() -> "null";
        };
    }

    private static String quoted(String text) {
        return text.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining("", "\"", "\""));
    }
}
