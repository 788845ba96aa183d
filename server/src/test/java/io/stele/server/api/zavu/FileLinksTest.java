package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.stele.core.address.EmailAddress;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Attachment;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Context;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Email;
import io.stele.core.message.Course;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.KeyKind;
import io.stele.core.project.Mode;
import io.stele.core.project.Principal;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.core.time.SettableClock;
import io.stele.server.http.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileLinksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    private static final Scope SCOPE = new Scope(new ProjectId(new UUID(1, 1)), Mode.TEST);
    private static final Attachment STORED =
            new Attachment(new UUID(2, 2), "plan.txt", "text/plain", null, 4L, null);
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
            new Email("S", "T", null, null, List.of(STORED, ELSEWHERE)),
            Context.NONE,
            null,
            Status.SENT,
            Timeline.EMPTY,
            null,
            Cost.UNKNOWN,
            ChannelDetails.NONE,
            new UUID(5, 5),
            new UUID(6, 6),
            new UUID(7, 7),
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            Map.of(),
            NOW,
            NOW);

    private static final Principal ASKING = new Principal(new UUID(8, 8), SCOPE.project(), Mode.TEST, KeyKind.ZAVU, null);

    /** Holds the one message, with the bytes of its first file, and counts how often these are read. */
    private static final class OneMessage implements MessageLog {

        private int reads;

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
        public List<Course> courses(Scope scope, List<Message> messages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(Scope scope, MessageFilter filter) {
            return 1;
        }

        @Override
        public Optional<byte[]> attachment(Scope scope, MessageId message, UUID attachment) {
            reads++;
            return message(scope, message)
                    .filter(there -> attachment.equals(STORED.id()))
                    .map(there -> "plan".getBytes(StandardCharsets.UTF_8));
        }
    }

    private final OneMessage messages = new OneMessage();
    private final FileTokens tokens = new FileTokens(named -> new byte[32], new SettableClock(NOW));
    private final FileLinks links = new FileLinks(messages, tokens, new PublicUrl("https://stele.example.com/", () -> "http://localhost"));

    private FileTokens.File linked(Attachment attachment) {
        String link = links.to(HttpRequest.GET("/"), ASKING, MESSAGE, attachment);
        assertThat(link).startsWith("https://stele.example.com/v1/files/");
        return tokens.file(link.substring("https://stele.example.com/v1/files/".length())).orElseThrow();
    }

    @Test
    void aLinkLeadsToTheFileOnBehalfOfWhoeverAskedForIt() {
        FileTokens.File file = linked(STORED);

        assertThat(file).isEqualTo(new FileTokens.File(SCOPE, MESSAGE.id(), STORED.id(), ASKING.keyId()));
        assertThat(links.find(file)).hasValueSatisfying(stored -> assertThat(stored.attachment()).isEqualTo(STORED));
        assertThat(links.bytes(file)).hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("plan"));
    }

    @Test
    void aLinkIsMadeWithoutReadingTheFile() {
        linked(STORED);

        assertThat(messages.reads).isZero();
    }

    @Test
    void aFileThatStandsElsewhereHasItsOwnLink() {
        assertThat(links.to(HttpRequest.GET("/"), ASKING, MESSAGE, ELSEWHERE))
                .isEqualTo("https://files.example.com/far.txt");
    }

    @Test
    void aFileThatIsNotThereIsNotRead() {
        FileTokens.File absent = new FileTokens.File(SCOPE, MESSAGE.id(), new UUID(3, 3), ASKING.keyId());

        assertThat(links.find(absent)).isEmpty();
        assertThat(links.bytes(absent)).isEmpty();
    }
}
