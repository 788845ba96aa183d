package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stele.adapters.http.Call.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    @ParameterizedTest
    @CsvSource({"X-Key, abc", "Authorization, Bearer a b", "x_y.z, '\"quoted\"; a=b'", "X, ''", "Accept-Encoding, identity", "X, a"})
    void takesWhatAHeaderMayBe(String name, String value) {
        assertThat(Header.parse(name, value)).contains(new Header(name, value));
    }

    /** {@code ^} stands for a line break, {@code ~} for half of one. */
    @ParameterizedTest
    @CsvSource({
        "'', a",
        "X Y, a",
        "X:, a",
        "X^Y, a",
        "é, a",
        "X, a^Host: evil.example",
        "X, a~b",
        "X, ' a'",
        "X, 'a '",
        "X, ' '",
        "X, é",
        "X, '\u0000'",
        "X, '\u007F'"
    })
    void refusesWhatWouldBreakTheHead(String name, String value) {
        assertThat(Header.parse(name.replace("^", "\r\n"), value.replace("^", "\r\n").replace('~', '\n')))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host", "content-length", "Content-Type", "Transfer-Encoding", "CONNECTION", "Keep-Alive", "TE", "Trailer", "Upgrade",
                "Expect", "Proxy-Authorization", "proxy-connection"
            })
    void refusesWhatTheRequestMakesItself(String name) {
        assertThat(Header.parse(name, "a")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Header(name, "secret"))
                .withMessageNotContaining("secret");
    }

    @Test
    void neverShowsItsValue() {
        assertThat(new Header("Authorization", "secret")).hasToString("Authorization");
    }

    @Test
    void aContentTypeIsAHeadersValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Body(new byte[0], "a/b\r\nX: y"));
    }
}
