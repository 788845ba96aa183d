package io.stele.adapters.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up in bounded time. A look-up cannot be broken off, so that it runs on a thread of its own, which whoever waits for it can leave
 * behind; a platform thread, since a look-up would hold the carrier of a virtual one. Those who ask for the same name on the same party's behalf at
 * the same time share one look-up, so that a slow name takes one thread only; and one party takes only so many threads, however many slow names it
 * has. Its other look-ups wait their turns, and nobody else's do.
 */
final class Names implements AutoCloseable {

    private static final int MOST_AT_ONCE = 128;
    private static final int MOST_OF_ONE_PARTY = 8;

    /** Of one party, and of those who have a share left, all together. */
    private static final int MOST_WAITING = 1024;

    private static final int IDLE_SECONDS = 10;

    private final NameLookup lookup;
    private final ThreadPoolExecutor threads;
    private final ConcurrentMap<Question, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    /** Of the parties that have look-ups under way. Guarded by itself. */
    private final Map<String, Share> shares = new HashMap<>();

    private record Question(String party, String name) {}

    /** What is asked on one party's behalf. */
    private static final class Share {

        private final Deque<Question> waiting = new ArrayDeque<>();
        private int underWay;
    }

    Names(NameLookup lookup) {
        this.lookup = lookup;
        threads = new ThreadPoolExecutor(
                MOST_AT_ONCE,
                MOST_AT_ONCE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("outbound-http-names-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * The addresses of a host; of one that is an address already, that.
     *
     * @param party on whose behalf; null for the host's own
     */
    List<InetAddress> addresses(String host, @Nullable String party, Deadline deadline) throws NotSentException {
        Optional<InetAddress> literal = IpLiteral.parse(host);
        return literal.isPresent()
                ? List.of(literal.get())
                : lookedUp(new Question(Objects.requireNonNullElse(party, host), host), deadline);
    }

    private List<InetAddress> lookedUp(Question question, Deadline deadline) throws NotSentException {
        try {
            return underWay.computeIfAbsent(question, this::begin)
                    .get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NotSentException(NotSent.Reason.CONNECT_TIMEOUT, e);
        } catch (RejectedExecutionException e) {
            throw new NotSentException(NotSent.Reason.CONNECT_FAILED, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(NotSent.Reason.INTERRUPTED);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown
                    ? new NotSentException(NotSent.Reason.UNKNOWN_HOST, unknown)
                    : new NotSentException(NotSent.Reason.CONNECT_FAILED, e);
        }
    }

    private CompletableFuture<List<InetAddress>> begin(Question question) {
        synchronized (shares) {
            Share share = shares.computeIfAbsent(question.party(), _ -> new Share());
            try {
                if (share.underWay < MOST_OF_ONE_PARTY) {
                    execute(question, share);
                } else if (share.waiting.size() < MOST_WAITING) {
                    share.waiting.add(question);
                } else {
                    throw new RejectedExecutionException();
                }
            } finally {
                forgetIfIdle(question.party(), share);
            }
        }
        return new CompletableFuture<>();
    }

    /** The caller holds the lock of the shares. */
    private void execute(Question question, Share share) {
        threads.execute(() -> lookUp(question));
        share.underWay++;
    }

    private void lookUp(Question question) {
        try {
            List<InetAddress> addresses = lookup.addresses(question.name());
            answered(question).complete(addresses);
        } catch (UnknownHostException | RuntimeException | Error e) {
            answered(question).completeExceptionally(e);
        } finally {
            goOn(question.party());
        }
    }

    /** Whoever asks from here on asks anew. */
    private CompletableFuture<List<InetAddress>> answered(Question question) {
        return Objects.requireNonNullElseGet(underWay.remove(question), CompletableFuture::new);
    }

    /** Gives what one look-up of the party has left to its next. Who waits is told without the lock, which those who ask take last. */
    private void goOn(String party) {
        List<Question> refused = new ArrayList<>();
        synchronized (shares) {
            Share share = Objects.requireNonNull(shares.get(party));
            share.underWay--;
            Question next = share.waiting.poll();
            while (next != null && !isTaken(next, share)) {
                refused.add(next);
                next = share.waiting.poll();
            }
            forgetIfIdle(party, share);
        }
        refused.forEach(question -> answered(question).completeExceptionally(new RejectedExecutionException()));
    }

    private boolean isTaken(Question question, Share share) {
        try {
            execute(question, share);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void forgetIfIdle(String party, Share share) {
        if (share.underWay == 0 && share.waiting.isEmpty()) {
            shares.remove(party);
        }
    }

    /** Ends the waiting of all who wait. */
    @Override
    public void close() {
        threads.shutdownNow();
        underWay.values().forEach(answer -> answer.completeExceptionally(new RejectedExecutionException()));
    }
}
