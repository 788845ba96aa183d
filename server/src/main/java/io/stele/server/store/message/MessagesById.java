package io.stele.server.store.message;

import io.stele.core.commit.SharedCommits;
import io.stele.core.commit.TooMuchWaitingException;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads single messages. Those that are asked for at about the same time are read by one statement; each as it is after it was asked for. Who asks alone waits for
 * nobody.
 */
@Singleton
final class MessagesById implements AutoCloseable {

    private static final SharedCommits.Limits LIMITS = new SharedCommits.Limits(2, 100, 10_000, Duration.ofSeconds(5));
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private record Wanted(Scope scope, MessageId id) {}

    private final SharedCommits<Wanted, Optional<Message>> reads;

    MessagesById(Database database) {
        this.reads = new SharedCommits<>(
                "messages-by-id", wanted -> database.read(session -> found(session, wanted)), LIMITS);
    }

    /** @throws RejectedException when too many wait, or for too long */
    Optional<Message> message(Scope scope, MessageId id) {
        try {
            return reads.written(new Wanted(scope, id));
        } catch (TooMuchWaitingException e) {
            throw new RejectedException(new Rejection.Overloaded(RETRY_AFTER));
        }
    }

    private static List<Optional<Message>> found(Session session, List<Wanted> wanted) {
        Map<MessageId, Message> found = Messages.byId(
                session,
                wanted.stream().map(each -> each.scope().project()).toList(),
                wanted.stream().map(Wanted::id).toList());
        return wanted.stream()
                .map(each -> Optional.ofNullable(found.get(each.id()))
                        .filter(message -> message.scope().equals(each.scope())))
                .toList();
    }

    @Override
    @PreDestroy
    public void close() {
        reads.close();
    }
}
