package io.stele.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stele.core.message.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a real JavaScript. Where there is no {@code node} the tests say that they were skipped. */
class JavaScriptTest {

    private static final int TREES = 500;
    private static final long SECONDS = 60;

    /** What JavaScript makes of each line. */
    private static final String SCRIPT =
            """
            const files = require('fs');
            const lines = files.readFileSync(0, 'utf8').split('\\n').filter(line => line !== '');
            files.writeFileSync(1, lines.map(line => JSON.stringify(JSON.parse(line)) + '\\n').join(''));
            """;

    private final List<Json> trees = new Trees().get().sampleStream().limit(TREES).toList();

    @TempDir
    private Path directory;

    @BeforeEach
    void thereIsNode() throws InterruptedException {
        assumeTrue(isThere(), "SKIPPED: node is not on the path, so no JavaScript was asked");
    }

    @Test
    void javaScriptMakesTheSameTextOfTheSameTree() throws IOException, InterruptedException {
        List<String> stringified = stringified(trees.stream().map(JavaScriptTest::plain).toList());

        for (int i = 0; i < TREES; i++) {
            assertThat(JavaScriptJson.text(trees.get(i))).isEqualTo(stringified.get(i));
        }
    }

    @Test
    void javaScriptReadsOurTextAndWritesItAgainTheSame() throws IOException, InterruptedException {
        List<String> texts = trees.stream().map(JavaScriptJson::text).toList();
        List<String> stringified = stringified(texts);

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

    private List<String> stringified(List<String> lines) throws IOException, InterruptedException {
        Path in = directory.resolve("in");
        Path out = directory.resolve("out");
        Path log = directory.resolve("log");
        Files.write(in, lines, StandardCharsets.UTF_8);
        Process process = new ProcessBuilder("node", "-e", SCRIPT)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
        List<String> stringified = List.of(Files.readString(out, StandardCharsets.UTF_8).split("\n"));
        assertThat(stringified).hasSameSizeAs(lines);
        return stringified;
    }

    private static boolean isThere() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("node", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
