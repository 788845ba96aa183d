package io.stele.core.intake;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.SenderId;
import io.stele.core.commit.Inflow;
import io.stele.core.commit.SharedCommits;
import io.stele.core.commit.TooMuchWaitingException;
import io.stele.core.contact.ContactBook;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.Content;
import io.stele.core.message.MessageId;
import io.stele.core.message.TemplateUse;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.template.TemplateBook;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes drafts. Safe for concurrent use; blocks until the answer is durable. */
public final class Intake implements AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** How often an endpoint may have changed under a draft that goes through it. */
    private static final int MOST_TRIES = 4;

    private final Directory directory;
    private final References references;
    private final ReactionTargets targets;
    private final TemplateBook templates;
    private final KsuidGenerator ids;
    private final InstantSource clock;
    private final Runnable onAccepted;
    private final SharedCommits<Submission, Verdict> commits;

    /**
     * @param inflow is told of what waits here
     * @param onAccepted hears, after the commit, that something waits to be delivered
     */
    public Intake(
            Directory directory,
            References references,
            ContactBook contacts,
            TemplateBook templates,
            IntakeStore store,
            KsuidGenerator ids,
            InstantSource clock,
            SharedCommits.Limits limits,
            Inflow inflow,
            Runnable onAccepted) {
        this.directory = directory;
        this.references = references;
        this.targets = new ReactionTargets(references, contacts);
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
        this.onAccepted = onAccepted;
        this.commits = new SharedCommits<>(
                "intake",
                batch -> store.write(batch, Router::decide),
                limits,
                inflow);
    }

    /**
     * Makes a message of the draft. When this returns the message is durable and will be delivered; a draft whose idempotency key was used
     * before by the same request returns that request's message.
     *
     * @throws RejectedException when the domain refuses; nothing has been written then
     */
    public Submitted submit(Scope scope, Draft draft) {
        DraftRules.broken(draft).findFirst().ifPresent(broken -> {
            throw new RejectedException(broken);
        });
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            switch (written(submission(scope, draft))) {
                case Verdict.Accepted(var message) -> {
                    onAccepted.run();
                    return new Submitted(message, false);
                }
                case Verdict.Repeated(var original, boolean identical) -> {
                    if (!identical) {
                        throw new RejectedException(new Rejection.IdempotencyKeyReused(key(draft), original));
                    }
                    return new Submitted(original, true);
                }
                case Verdict.Outdated() -> directory.refresh(scope.project());
                case Verdict.Refused(Rejection rejection) -> throw new RejectedException(rejection);
                case Verdict.Unknown() -> throw new IllegalStateException("nobody can tell whether the message was written");
            }
        }
        throw new RejectedException(new Rejection.Overloaded(RETRY_AFTER));
    }

    private Submission submission(Scope scope, Draft draft) {
        ReactionTargets.Aim aim = targets.aim(scope, draft, endpoints(scope, draft.sender()));
        List<Endpoint> candidates = carriers(Router.candidates(draft, aim.endpoints()), draft);
        return new Submission(
                new MessageId(ids.next()),
                scope,
                draft.withContent(aim.content()),
                references.quoting(scope, draft.quote()),
                isMarketing(candidates, draft.content()),
                candidates,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Writes what is waiting, then takes nothing more. */
    @Override
    public void close() {
        commits.close();
    }

    private Verdict written(Submission submission) {
        try {
            return commits.written(submission);
        } catch (TooMuchWaitingException e) {
            throw new RejectedException(new Rejection.Overloaded(RETRY_AFTER));
        }
    }

    private boolean isMarketing(List<Endpoint> candidates, Content content) {
        return content instanceof TemplateUse(TemplateUse.TemplateByName(String name, String language, _), _)
                && candidates.stream().anyMatch(endpoint -> templates.isMarketing(endpoint, name, language));
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
                    .map(Intake::connected)
                    .orElseThrow(() -> notFound(Rejection.Resource.ENDPOINT, id.value().toString())));
        };
    }

    private static Endpoint connected(Endpoint endpoint) {
        if (!endpoint.isConnected()) {
            throw new RejectedException(new Rejection.EndpointDisconnected());
        }
        return endpoint;
    }

    private List<Endpoint> of(Scope scope, SenderId sender) {
        return directory.endpoints(scope).stream()
                .filter(endpoint -> sender.equals(endpoint.sender()) && endpoint.isConnected())
                .toList();
    }

    private static List<Endpoint> carriers(List<Endpoint> candidates, Draft draft) {
        List<Endpoint> carriers = new ArrayList<>();
        Optional<Rejection> first = Optional.empty();
        for (Endpoint candidate : candidates) {
            Optional<Rejection> broken = broken(candidate, draft);
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

    /** WhatsApp takes no message from a number to itself. */
    private static Optional<Rejection> broken(Endpoint candidate, Draft draft) {
        return candidate.channel() == Channel.WHATSAPP && candidate.address().equals(draft.to())
                ? Optional.of(new Rejection.RecipientIsSender())
                : ContentRules.check(candidate.channel(), draft.content());
    }

    private static String key(Draft draft) {
        IdempotencyKey key = draft.idempotency();
        return key == null ? "" : key.key();
    }

    private static RejectedException notFound(Rejection.Resource resource, String id) {
        return new RejectedException(new Rejection.NotFound(resource, id));
    }
}
