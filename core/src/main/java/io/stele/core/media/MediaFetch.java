package io.stele.core.media;

import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Connector.MediaSource;
import io.stele.core.delivery.Connector.MediaSource.Fetch;
import io.stele.core.delivery.Connectors;
import io.stele.core.delivery.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One attempt at a file: from the provider into the store, whole or not at all. Safe for concurrent use. */
public final class MediaFetch {

    /** Between two seconds and an hour apart, for as long as the provider keeps the file. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final MediaQueue queue;
    private final Directory directory;
    private final Connectors connectors;
    private final Limits limits;
    private final InstantSource clock;
    private final RandomGenerator random;
    private volatile boolean ended;

    /**
     * @param mostBytes how large a file is taken, at least 1
     * @param lease how long a claim holds without a sign of life; longer than a provider may take to its first byte
     */
    public record Limits(long mostBytes, Duration lease) {}

    public MediaFetch(
            MediaQueue queue,
            Directory directory,
            Connectors connectors,
            Limits limits,
            InstantSource clock,
            RandomGenerator random) {
        this.queue = queue;
        this.directory = directory;
        this.connectors = connectors;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /** Breaks off every attempt at its next sign of life. */
    void end() {
        ended = true;
    }

    /** When a claim that is made now ends without a sign of life. */
    Instant leaseEnd() {
        return clock.instant().plus(limits.lease());
    }

    /** Fetches what was claimed, and writes down what came of it. Throws only what is a fault of the store or of the connector. */
    void run(MediaClaim claim) {
        // what another node has made a real number must not be asked of the sandbox
        directory.refresh(claim.file().scope().project());
        Endpoint endpoint =
                directory.endpoint(claim.file().scope(), claim.file().name().endpoint()).orElse(null);
        if (endpoint != null && connectors.of(endpoint).orElse(null) instanceof MediaSource source) {
            run(claim, endpoint, source);
        } else {
            queue.giveUp(claim);
        }
    }

    private void run(MediaClaim claim, Endpoint endpoint, MediaSource source) {
        Pieces pieces = new Pieces(queue, claim, limits.lease(), clock, () -> ended);
        ReceivedFile file = claim.file();
        try {
            MediaSource.Wanted wanted = new MediaSource.Wanted(
                    file.name().providerMediaId(), file.kind(), file.facts().mimeType());
            switch (source.fetch(endpoint, wanted, limits.mostBytes(), pieces)) {
                case Fetch.Fetched fetched -> keep(claim, source, pieces, fetched);
                case Fetch.Gone(), Fetch.TooLarge() -> queue.giveUp(claim);
                // such as without a good token, which somebody may renew while the provider still has the file
                case Fetch.Refused _ -> tryLater(claim, source, Duration.ZERO);
                case Fetch.Unavailable(Duration retryAfter) -> tryLater(claim, source, retryAfter);
            }
        } catch (BrokenOffException e) {
            queue.retry(claim, clock.instant());
        } catch (LostClaimException e) {
            // whoever has it now fetches it
        } catch (IOException e) {
            throw new IllegalStateException("only a lost claim or our own end ends the taking of pieces", e);
        } catch (RuntimeException | Error e) {
            tryLater(claim, source, Duration.ZERO);
            throw e;
        }
    }

    /** What is not what the message told of is taken for damaged on its way. */
    private void keep(MediaClaim claim, MediaSource source, Pieces pieces, Fetch.Fetched fetched) throws IOException {
        String told = claim.file().facts().sha256();
        boolean asTold = told == null || told.equals(fetched.sha256());
        if (!asTold || pieces.bytes() != fetched.size()) {
            tryLater(claim, source, Duration.ZERO);
            return;
        }
        pieces.end();
        String fileName = Optional.ofNullable(claim.file().facts().fileName()).orElse(fetched.fileName());
        queue.store(claim, new MediaFacts(fetched.mimeType(), fetched.size(), fetched.sha256(), fileName));
    }

    private void tryLater(MediaClaim claim, MediaSource source, Duration asked) {
        RetryPolicy policy = new RetryPolicy(FIRST_PAUSE, LONGEST_PAUSE, source.lifetime());
        Duration bounded = Collections.min(List.of(asked, LONGEST_PAUSE));
        Duration pause = Collections.max(List.of(bounded, policy.waitAfter(claim.attempt(), random)));
        Instant next = clock.instant().plus(pause);
        if (next.isAfter(claim.file().receivedAt().plus(policy.lifetime()))) {
            queue.giveUp(claim);
        } else {
            queue.retry(claim, next);
        }
    }
}
