package io.stele.adapters.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
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

/**
 * Looks names up in bounded time. A look-up cannot be broken off, so that it runs on a thread of its own, which whoever waits for it can leave
 * behind; a platform thread, since a look-up would hold the carrier of a virtual one. Those who ask for the same name at the same time share one
 * look-up, so that a slow name takes one thread only.
 */
final class Names implements AutoCloseable {

    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_WAITING = 1024;
    private static final int IDLE_SECONDS = 10;

    private final NameLookup lookup;
    private final ThreadPoolExecutor threads;
    private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

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

    /** The addresses of a host; of one that is an address already, that. */
    List<InetAddress> addresses(String host, Deadline deadline) throws NotSentException {
        Optional<InetAddress> literal = IpLiteral.parse(host);
        return literal.isPresent() ? List.of(literal.get()) : lookedUp(host, deadline);
    }

    private List<InetAddress> lookedUp(String name, Deadline deadline) throws NotSentException {
        try {
            return underWay.computeIfAbsent(name, this::begin)
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

    private CompletableFuture<List<InetAddress>> begin(String name) {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                List<InetAddress> addresses = lookup.addresses(name);
                underWay.remove(name, answer);
                answer.complete(addresses);
            } catch (UnknownHostException | RuntimeException | Error e) {
                underWay.remove(name, answer);
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** Ends the waiting of all who wait. */
    @Override
    public void close() {
        threads.shutdownNow();
        underWay.values().forEach(answer -> answer.completeExceptionally(new RejectedExecutionException()));
    }
}
