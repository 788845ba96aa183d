package io.stele.adapters.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * Makes HTTP/1.1 requests to addresses that users and providers give.
 *
 * <p>Whatever the other side does, a request ends by its deadline, and with a result that says whether it can have been seen: see
 * {@link NotSent}, {@link NoAnswer}, {@link Answered}. A request is made once. Redirects are answers like any other; there are no cookies, no
 * proxies, no authentication, no unpacking. Connections are used again for some seconds, after a look at whether the other side has closed them; one
 * host and port has at most so many at a time as was said at the start, for which requests wait no longer than their own deadline.
 *
 * <p>Safe for concurrent use, best from many virtual threads. An interrupt ends a request only on a virtual thread.
 */
public final class OutboundHttp implements AutoCloseable {

    /** How many connections a host gets that users name, such as a webhook's: however slow it is, it holds on to no more. */
    public static final int CONNECTIONS_TO_A_STRANGER = 32;

    /** How many connections a provider gets, by which hundreds of messages go out at once. */
    public static final int CONNECTIONS_TO_A_PROVIDER = 256;

    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final int CHUNK = 8192;
    private static final int PARTIAL_CONTENT = 206;
    private static final int REDIRECTION = 300;

    private final AddressGuard guard;
    private final Watchdog watchdog = new Watchdog();
    private final Names names;
    private final PoolingHttpClientConnectionManager pool;

    /**
     * For hosts that users name: each has at most {@link #CONNECTIONS_TO_A_STRANGER}.
     *
     * @param guard where requests may go
     */
    public OutboundHttp(AddressGuard guard) {
        this(guard, CONNECTIONS_TO_A_STRANGER);
    }

    /**
     * @param guard where requests may go
     * @param connectionsPerHost how many connections one host and port has at most, at least 1
     */
    public OutboundHttp(AddressGuard guard, int connectionsPerHost) {
        this(guard, NameLookup.SYSTEM, SSLContexts.createDefault(), connectionsPerHost);
    }

    OutboundHttp(AddressGuard guard, NameLookup lookup, SSLContext tls) {
        this(guard, lookup, tls, CONNECTIONS_TO_A_STRANGER);
    }

    /**
     * @param guard where requests may go
     * @param lookup finds the addresses that are then judged, and dialled
     * @param tls says whose certificates are trusted; that they are the host's is checked in any case
     * @param connectionsPerHost how many connections one host and port has at most, at least 1
     */
    public OutboundHttp(AddressGuard guard, NameLookup lookup, SSLContext tls, int connectionsPerHost) {
        this.guard = guard;
        names = new Names(lookup);
        pool = ConnectionPool.create(
                new Dialler(guard, names, new DefaultClientTlsStrategy(tls), watchdog), connectionsPerHost);
        watchdog.every(SWEEP, pool::closeExpired);
    }

    /** Makes the request. The answer's body is kept in memory, up to the call's limit. */
    public Exchange exchange(Call call) {
        try (RoundTrip trip = begin(call)) {
            trip.send();
            return answered(call.limits(), trip);
        } catch (BrokenException e) {
            return e.failure();
        }
    }

    /**
     * Makes the request and hands the answer's body on, piece by piece. Of the limits, {@code mostBytes} says how many bytes the file may have, and
     * the file always has to be whole.
     *
     * @param sink is given nothing unless the status is one of success, but not 206; the time that it takes counts
     * @throws IOException as the sink throws it
     */
    public Download download(Call call, ChunkSink sink) throws IOException {
        try (RoundTrip trip = begin(call)) {
            trip.send();
            int status = trip.status();
            return status < REDIRECTION && status != PARTIAL_CONTENT
                    ? handedOn(call.limits().mostBytes(), trip, sink)
                    : new Download.OtherStatus(status);
        } catch (BrokenException e) {
            return e.failure();
        }
    }

    /** Ends what is under way, as {@link NotSent} or {@link NoAnswer}, and sends nothing from here on. */
    @Override
    public void close() {
        // first, so that what ends now ends for this reason
        watchdog.close();
        names.close();
        pool.close(CloseMode.IMMEDIATE);
    }

    /** How many connections are in use. */
    int connectionsInUse() {
        return pool.getTotalStats().getLeased();
    }

    private RoundTrip begin(Call call) throws BrokenException {
        return switch (OutboundUrl.check(call.url(), guard)) {
            case UrlCheck.Usable(OutboundUrl url) -> begin(call, url);
            case UrlCheck.Unusable(UrlFault fault) ->
                throw new BrokenException(new NotSent(NotSent.Reason.URL_REFUSED, fault.name()));
        };
    }

    private RoundTrip begin(Call call, OutboundUrl url) throws BrokenException {
        try {
            return new RoundTrip(pool, watchdog, call, url);
        } catch (RejectedExecutionException e) {
            throw new BrokenException(new NotSent(NotSent.Reason.CLOSED, null));
        }
    }

    private static Answered answered(Limits limits, RoundTrip trip) throws BrokenException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean truncated;
        try {
            truncated = !keep(limits.mostBytes(), trip, kept);
        } catch (BrokenException e) {
            if (limits.whole()) {
                throw e;
            }
            truncated = true;
        }
        if (truncated && limits.whole()) {
            throw new BrokenException(new NoAnswer(NoAnswer.Reason.TOO_LARGE, trip.status(), null));
        }
        return new Answered(trip.status(), trip.headers(), kept.toByteArray(), truncated, trip.elapsed());
    }

    /** Keeps the first bytes of the body; false when it has more. */
    private static boolean keep(int most, RoundTrip trip, ByteArrayOutputStream kept) throws BrokenException {
        byte[] chunk = new byte[CHUNK];
        for (int read = trip.read(chunk); read >= 0; read = trip.read(chunk)) {
            int room = most - kept.size();
            kept.write(chunk, 0, Math.min(read, room));
            if (read > room) {
                return false;
            }
        }
        return true;
    }

    private static Download handedOn(int most, RoundTrip trip, ChunkSink sink) throws BrokenException, IOException {
        if (trip.announcedSize() > most) {
            return new Download.TooLarge();
        }
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = trip.read(chunk); read >= 0; read = trip.read(chunk)) {
            size += read;
            if (size > most) {
                return new Download.TooLarge();
            }
            sink.take(chunk, 0, read);
        }
        return new Download.Downloaded(
                trip.status(), trip.headers().first("Content-Type").orElse(null), size);
    }
}
