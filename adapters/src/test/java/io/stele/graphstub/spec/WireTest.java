package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1, byte by byte. */
class WireTest {

    private static final String DONE = "]}";
    private static final String BODY = Shop.text("15550100777", "a").replace('\'', '"');
    private static final String HEAD = "POST /v23.0/" + Shop.NUMBER + "/messages HTTP/1.1\r\nHost: x\r\nAuthorization: "
            + "Bearer "
            + Shop.TOKEN + "\r\nContent-Type: application/json\r\n";

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void reset() {
        shop.control.reset();
    }

    @Test
    void keepsAConnectionForRequestAfterRequest() throws IOException {
        try (RawConnection connection = connection()) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.write(whole()).readUntil(DONE)).startsWith("HTTP/1.1 200 ");
            }
        }
        assertThat(shop.control.accepted()).hasSize(3);
    }

    @Test
    void takesRequestsThatDoNotWaitForOneAnother() throws IOException {
        try (RawConnection connection = connection().write(whole() + whole())) {
            assertThat(connection.readUntil(DONE)).startsWith("HTTP/1.1 200 ");
            assertThat(connection.readUntil(DONE)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void closesWhenAskedTo() throws IOException {
        try (RawConnection connection = connection().write(whole().replace("Host: x", "Connection: close"))) {
            assertThat(connection.readAll()).startsWith("HTTP/1.1 200 ").contains("Connection: close").endsWith(DONE);
        }
    }

    @Test
    void closesAfterARequestOfTheOldVersion() throws IOException {
        try (RawConnection connection = connection().write(whole().replace("HTTP/1.1", "HTTP/1.0"))) {
            assertThat(connection.readAll()).startsWith("HTTP/1.1 200 ").endsWith(DONE);
        }
    }

    @Test
    void readsChunks() throws IOException {
        int cut = 40;
        String chunks = Integer.toHexString(cut) + "\r\n" + BODY.substring(0, cut) + "\r\n"
                + Integer.toHexString(BODY.length() - cut) + ";a=b\r\n" + BODY.substring(cut) + "\r\n0\r\nTrailer: x\r\n\r\n";
        try (RawConnection connection = connection().write(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks)) {
            assertThat(connection.readUntil(DONE)).startsWith("HTTP/1.1 200 ");
            assertThat(connection.write(whole()).readUntil(DONE)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void asksForABodyThatWaits() throws IOException {
        try (RawConnection connection =
                connection().write(HEAD + "Expect: 100-continue\r\nContent-Length: " + BODY.length() + "\r\n\r\n")) {
            assertThat(connection.readUntil("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(connection.write(BODY).readUntil(DONE)).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "HELLO\r\n\r\n",
        "GET / FTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"
    })
    void answersWhatIsNoRequest(String text) throws IOException {
        try (RawConnection connection = connection().write(text)) {
            assertThat(connection.readAll()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void forgetsARequestThatEndsEarly() throws IOException {
        try (RawConnection connection = connection()) {
            connection.write(HEAD + "Content-Length: 1000\r\n\r\n{");
        }

        assertThat(shop.sendText("a")).startsWith("wamid.");
        assertThat(shop.control.accepted()).hasSize(1);
    }

    private static RawConnection connection() throws IOException {
        return new RawConnection(shop.stub.root());
    }

    private static String whole() {
        return RawConnection.message(BODY);
    }
}
