package io.stele.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

    @Test
    void aNumberIsReadExactly() throws IOException {
        assertThat(JsonBodies.read("[0.1000000000000000000001]").get(0).getNumberValue())
                .hasToString("0.1000000000000000000001");
    }

    @Test
    void aFileOfManyMegabytesIsOneString() throws IOException {
        String file = "A".repeat(21_000_000);

        JsonNode tree = JsonBodies.read(("{\"content\":\"" + file + "\"}").getBytes(StandardCharsets.UTF_8));

        assertThat(tree.get("content").getStringValue()).hasSameSizeAs(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{} {}", "{}]", "nul", "[1,]", "{\"a\":1,}", "'a'", "NaN"})
    void whatIsNotExactlyOneValueIsRefused(String text) {
        assertThatThrownBy(() -> JsonBodies.read(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> JsonBodies.read(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(IOException.class);
    }
}
