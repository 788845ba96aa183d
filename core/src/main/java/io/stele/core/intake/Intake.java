package io.stele.core.intake;

import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.SenderId;
import io.stele.core.commit.SharedCommits;
import io.stele.core.commit.TooMuchWaitingException;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.Content;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Takes drafts. Safe for concurrent use; blocks until the answer is durable. */
public final class Intake implements AutoCloseable {

    /**
     * How shared commits are made.
     *
     * @param committers how many are written at once
     * @param largestBatch the most submissions that share one
     * @param capacity the most submissions that wait; further ones are refused
     */
    public record Limits(int committers, int largestBatch, int capacity) {}

    private static final int LONGEST_CALLBACK_DATA = 512;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Directory directory;
    private final References references;
    private final KsuidGenerator ids;
    private final InstantSource clock;
    private final Runnable onAccepted;
    private final SharedCommits<Submission, Verdict> commits;

    /** @param onAccepted hears, after the commit, that something waits to be delivered */
    public Intake(
            Directory directory,
            References references,
            IntakeStore store,
            KsuidGenerator ids,
            InstantSource clock,
            Limits limits,
            Runnable onAccepted) {
        this.directory = directory;
        this.references = references;
        this.ids = ids;
        this.clock = clock;
        this.onAccepted = onAccepted;
        this.commits = new SharedCommits<>(
                "intake",
                batch -> store.write(batch, Router::decide),
                limits.committers(),
                limits.largestBatch(),
                limits.capacity());
    }

    /**
     * Makes a message of the draft. When this returns the message is durable and will be delivered; a draft whose idempotency key was used
     * before by the same request returns that request's message.
     *
     * @throws RejectedException when the domain refuses; nothing has been written then
     */
    public Submitted submit(Scope scope, Draft draft) {
        checkLabels(draft);
        List<Endpoint> candidates = carriers(Router.candidates(draft, endpoints(scope, draft.sender())), draft.content());
        Content content = references.resolved(scope, draft.content());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Submission submission = new Submission(
                new MessageId(ids.next()),
                scope,
                draft.withContent(content),
                references.quoting(scope, draft.quote()),
                candidates,
                now);
        return switch (written(submission)) {
            case Verdict.Accepted(var message) -> {
                onAccepted.run();
                yield new Submitted(message, false);
            }
            case Verdict.Repeated(var original, boolean identical) -> {
                if (!identical) {
                    throw new RejectedException(new Rejection.IdempotencyKeyReused(key(draft)));
                }
                yield new Submitted(original, true);
            }
            case Verdict.Refused(Rejection rejection) -> throw new RejectedException(rejection);
        };
    }

    /** Writes what is waiting, then takes nothing more. */
    @Override
    public void close() {
        commits.close();
    }

    private Verdict written(Submission submission) {
        try {
            return commits.submit(submission).join();
        } catch (TooMuchWaitingException e) {
            throw new RejectedException(new Rejection.Overloaded(RETRY_AFTER));
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private List<Endpoint> endpoints(Scope scope, SenderChoice choice) {
        return switch (choice) {
            case SenderChoice.Default _ -> of(
                    scope,
                    directory
                            .defaultSender(scope)
                            .orElseThrow(() -> notFound(Rejection.Resource.SENDER, "default"))
                            .id());
            case SenderChoice.Named(SenderId id) -> of(
                    scope,
                    directory
                            .sender(scope, id)
                            .orElseThrow(() -> notFound(Rejection.Resource.SENDER, id.value().toString()))
                            .id());
            case SenderChoice.Through(var id) -> List.of(directory
                    .endpoint(scope, id)
                    .orElseThrow(() -> notFound(Rejection.Resource.ENDPOINT, id.value().toString())));
        };
    }

    private List<Endpoint> of(Scope scope, SenderId sender) {
        return directory.endpoints(scope).stream()
                .filter(endpoint -> sender.equals(endpoint.sender()))
                .toList();
    }

    private static List<Endpoint> carriers(List<Endpoint> candidates, Content content) {
        List<Endpoint> carriers = new ArrayList<>();
        Optional<Rejection> first = Optional.empty();
        for (Endpoint candidate : candidates) {
            Optional<Rejection> broken = ContentRules.check(candidate.channel(), content);
            if (broken.isEmpty()) {
                carriers.add(candidate);
            } else if (first.isEmpty()) {
                first = broken;
            }
        }
        if (carriers.isEmpty()) {
            throw new RejectedException(first.orElseThrow());
        }
        return carriers;
    }

    private static void checkLabels(Draft draft) {
        if (draft.callbackData() != null && draft.callbackData().length() > LONGEST_CALLBACK_DATA) {
            throw invalid(Field.CALLBACK_DATA, "must have at most " + LONGEST_CALLBACK_DATA + " characters");
        }
        IdempotencyKey key = draft.idempotency();
        if (key != null && (key.key().isBlank() || key.key().length() > IdempotencyKey.LONGEST)) {
            throw invalid(Field.IDEMPOTENCY_KEY, "must have 1 to " + IdempotencyKey.LONGEST + " characters");
        }
    }

    private static String key(Draft draft) {
        IdempotencyKey key = draft.idempotency();
        return key == null ? "" : key.key();
    }

    private static RejectedException invalid(Field field, String reason) {
        return new RejectedException(new Rejection.InvalidField(field, reason));
    }

    private static RejectedException notFound(Rejection.Resource resource, String id) {
        return new RejectedException(new Rejection.NotFound(resource, id));
    }
}
