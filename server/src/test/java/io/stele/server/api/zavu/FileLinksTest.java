package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.stele.core.address.EmailAddress;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Attachment;
import io.stele.core.message.Context;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Email;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.core.time.SettableClock;
import io.stele.server.http.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLinksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    private static final Scope SCOPE = new Scope(new ProjectId(new UUID(1, 1)), Mode.TEST);
    private static final Attachment STORED =
            new Attachment(new UUID(2, 2), "plan.txt", "text/plain", null, 4L, null);
    private static final Attachment GONE = new Attachment(new UUID(3, 3), "gone.txt", "text/plain", null, 4L, null);
    private static final Attachment ELSEWHERE =
            new Attachment(new UUID(4, 4), "far.txt", "text/plain", "https://files.example.com/far.txt", null, null);
    private static final Message MESSAGE = new Message(
            new MessageId(new Ksuid(1, 2, 3)),
            SCOPE,
            Direction.OUTBOUND,
            Channel.EMAIL,
            new EndpointId(new Ksuid(4, 4, 4)),
            null,
            new EmailAddress("desk@example.com"),
            new EmailAddress("ada@example.com"),
            new Email("S", "T", null, null, List.of(STORED, GONE, ELSEWHERE)),
            Context.NONE,
            null,
            Status.SENT,
            Timeline.EMPTY,
            null,
            Cost.UNKNOWN,
            new UUID(5, 5),
            new UUID(6, 6),
            new UUID(7, 7),
            null,
            null,
            null,
            null,
            false,
            Map.of(),
            NOW,
            NOW);

    /** Holds the one message, with the bytes of its first file. */
    private static final class OneMessage implements MessageLog {

        @Override
        public Optional<Message> message(Scope scope, MessageId id) {
            return scope.equals(SCOPE) && id.equals(MESSAGE.id()) ? Optional.of(MESSAGE) : Optional.empty();
        }

        @Override
        public Optional<Message> messageOfProvider(Scope scope, String providerMessageId) {
            return Optional.empty();
        }

        @Override
        public Page<Message> messages(Scope scope, MessageFilter filter, PageRequest<MessageId> page) {
            return new Page<>(List.of(MESSAGE), false, false);
        }

        @Override
        public long count(Scope scope, MessageFilter filter) {
            return 1;
        }

        @Override
        public Optional<byte[]> attachment(Scope scope, MessageId message, UUID attachment) {
            return message(scope, message)
                    .filter(there -> attachment.equals(STORED.id()))
                    .map(there -> "plan".getBytes(StandardCharsets.UTF_8));
        }
    }

    private final SettableClock clock = new SettableClock(NOW);
    private final FileLinks links =
            new FileLinks(new OneMessage(), new PublicUrl("https://stele.example.com/"), clock);

    private String token() {
        String link = links.to(HttpRequest.GET("/"), MESSAGE, STORED);
        assertThat(link).startsWith("https://stele.example.com/v1/files/");
        return link.substring("https://stele.example.com/v1/files/".length());
    }

    @Test
    void aLinkLeadsToTheFile() {
        assertThat(links.file(token())).hasValueSatisfying(file -> {
            assertThat(file.filename()).isEqualTo("plan.txt");
            assertThat(file.bytes()).asString().isEqualTo("plan");
        });
    }

    @Test
    void aLinkIsGoodForAQuarterOfAnHour() {
        String token = token();

        clock.set(NOW.plus(Duration.ofMinutes(15)).minusMillis(1));
        assertThat(links.file(token)).isPresent();
        clock.set(NOW.plus(Duration.ofMinutes(15)));
        assertThat(links.file(token)).isEmpty();
    }

    @Test
    void noByteOfALinkCanBeChanged() {
        byte[] token = Base64.getUrlDecoder().decode(token());
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            assertThat(links.file(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .as("byte %d", i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "AAAA", "0123456789abcdefghijklmnopqrstuv"})
    void anythingElseLeadsNowhere(String token) {
        assertThat(links.file(token)).isEmpty();
    }

    @Test
    void aFileThatStandsElsewhereHasItsOwnLink() {
        assertThat(links.to(HttpRequest.GET("/"), MESSAGE, ELSEWHERE)).isEqualTo("https://files.example.com/far.txt");
    }

    @Test
    void aFileWhoseBytesAreGoneHasNone() {
        assertThat(links.to(HttpRequest.GET("/"), MESSAGE, GONE)).isNull();
    }
}
