package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.stele.adapters.http.Call.Body;
import io.stele.adapters.http.Call.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What is never told. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SilenceTest {

    @Test
    void noLogTellsWhatIsSentOrAnsweredAtAnyLevel() {
        Logger library = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("org.apache.hc");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        library.addAppender(lines);
        library.setAdditive(false);
        library.setLevel(Level.TRACE);
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.head();
                    peer.body(6);
                    peer.write("HTTP/1.1 200 secret\r\nX: secret\r\nContent-Length: 6\r\n\r\nsecret");
                });
                OutboundHttp http = new OutboundHttp(Calls.LOOPBACK)) {
            Call call = new Call(
                    Method.POST,
                    server.url("/secret?secret=secret"),
                    List.of(new Header("Authorization", "Bearer secret")),
                    new Body("secret".getBytes(StandardCharsets.UTF_8), "text/plain"),
                    Calls.PATIENT);
            Exchange exchange = http.exchange(call);

            assertThat(exchange).isInstanceOf(Answered.class).asString().doesNotContain("secret");
            assertThat(call).asString().doesNotContain("secret");
        } finally {
            library.setLevel(null);
            library.setAdditive(true);
            library.detachAppender(lines);
        }
        assertThat(lines.list)
                .as("the library does log")
                .isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains("secret"));
    }
}
