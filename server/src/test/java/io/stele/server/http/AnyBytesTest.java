package io.stele.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever bytes a body has, it is JSON, or it is refused as none. */
class AnyBytesTest {

    private final SignedTokens tokens = new SignedTokens(8, named -> Arrays.copyOf(named, 32));

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "\"a\":", "1", "-", ".", "e", "E+", "1e400", "1e99999999999", "-0", "true", "null", "nul", "\\u0000",
                "\\ud800", "\\", "\"\\u0000\"", "\"\\ud83d\\ude00\"", " ", "\n", "\u0000", "\ufeff", "9999999999999999999999", "NaN", "//", "/*", "'", "é");
        Arbitrary<byte[]> nearly = pieces.list().ofMaxSize(30).map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(Arbitraries.bytes().array(byte[].class).ofMaxSize(60), nearly);
    }

    @Property(tries = 3_000)
    void aBodyIsReadOrRefused(@ForAll("bodies") byte[] body) {
        try {
            JsonNode read = JsonBodies.read(body);
            assertThat(read).isNotNull();
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    @Property(tries = 100)
    void aBodyIsNestedAsDeepAsIsAllowed(@ForAll @IntRange(min = 1, max = 2_000) int levels) throws IOException {
        String text = "[".repeat(levels) + "]".repeat(levels);

        if (levels <= JsonBodies.DEEPEST) {
            assertThat(JsonBodies.read(text).isArray()).isTrue();
        } else {
            assertThatThrownBy(() -> JsonBodies.read(text)).isInstanceOf(JsonBodies.TooMuchException.class);
        }
    }

    @Property
    void aTokenIsReadBackAndNoOtherTextIsOne(@ForAll long named, @ForAll String text) {
        byte[] bytes = ByteBuffer.allocate(8).putLong(named).array();

        assertThat(tokens.named(tokens.of(bytes)).map(Arrays::hashCode)).contains(Arrays.hashCode(bytes));
        assertThat(tokens.named(text)).isEqualTo(Optional.empty());
    }
}
