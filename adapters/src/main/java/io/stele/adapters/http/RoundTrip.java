package io.stele.adapters.http;

import io.stele.adapters.http.Watchdog.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, from the wait for a connection to the last byte. It knows at each moment whether a byte of the request can have left,
 * so that whatever ends it early is told truly as {@link NotSent} or {@link NoAnswer}. For one thread.
 */
final class RoundTrip implements AutoCloseable {

    private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();
    private static final int END = -1;

    private final HttpClientConnectionManager pool;
    private final Watchdog watchdog;
    private final Limits limits;
    private final OutboundUrl url;
    private final ClassicHttpRequest request;
    private final HttpCoreContext context = HttpCoreContext.create();
    private final long startedAt = System.nanoTime();
    private final Deadline deadline;
    private final Watch watch;

    private volatile @Nullable LeaseRequest lease;
    private volatile @Nullable ConnectionEndpoint connection;
    private boolean sent;
    private @Nullable ClassicHttpResponse answer;
    private @Nullable InputStream body;
    private boolean whole;

    /** @throws RejectedExecutionException when the watchdog is closed */
    RoundTrip(HttpClientConnectionManager pool, Watchdog watchdog, Call call, OutboundUrl url) {
        this.pool = pool;
        this.watchdog = watchdog;
        this.limits = call.limits();
        this.url = url;
        this.request = Requests.of(call, url);
        context.setAttribute(Dialler.PARTY, call.party());
        this.deadline = Deadline.after(limits.total());
        this.watch = watchdog.watch(deadline, this::abort);
    }

    /** Sends the request and waits for the head of the answer. */
    void send() throws BrokenException {
        try {
            ConnectionEndpoint leased = leased();
            connect(leased);
            leased.setSocketTimeout(Deadline.timeout(limits.silence()));
            answer = leased.execute(
                    "",
                    request,
                    (head, on, with) -> {
                        sent = true;
                        return EXECUTOR.execute(head, on, with);
                    },
                    context);
            body = answer.getEntity() == null ? null : answer.getEntity().getContent();
        } catch (IOException | HttpException | IllegalStateException | RejectedExecutionException e) {
            throw new BrokenException(failure(e));
        }
    }

    /** The status of the answer, after the sending. */
    int status() {
        return head().getCode();
    }

    /** The headers of the answer, after the sending. */
    AnswerHeaders headers() {
        return new AnswerHeaders(Arrays.stream(head().getHeaders())
                .map(header -> Map.entry(header.getName(), header.getValue()))
                .toList());
    }

    /** How many bytes the answer's body has, as far as its head says so; else a negative number. */
    long announcedSize() {
        return head().getEntity() == null ? 0 : head().getEntity().getContentLength();
    }

    /**
     * Reads from the body of the answer.
     *
     * @return how many bytes there are now at the start of the buffer; a negative number when all of the body was read
     */
    int read(byte[] buffer) throws BrokenException {
        try {
            int read = body == null ? END : body.read(buffer);
            whole = read == END;
            return read;
        } catch (IOException e) {
            throw new BrokenException(failure(e));
        }
    }

    /** Gives the connection back when all of the answer was read; else closes it. */
    @Override
    public void close() {
        watch.close();
        ConnectionEndpoint leased = connection;
        if (leased == null) {
            return;
        }
        TimeValue keepAlive = null;
        if (whole && !watch.isExpired()) {
            keepAlive = KeepAlive.after(request, head(), context);
        } else {
            leased.close(CloseMode.IMMEDIATE);
        }
        try {
            pool.release(leased, null, keepAlive);
        } catch (IllegalStateException e) {
            // a pool that is just being closed has forgotten the connection
            if (!watchdog.isClosed()) {
                throw e;
            }
        }
    }

    /** How long it takes so far. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private ClassicHttpResponse head() {
        if (answer == null) {
            throw new IllegalStateException("there is no answer yet");
        }
        return answer;
    }

    private ConnectionEndpoint leased() throws NotSentException {
        Timeout timeout = deadline.timeout();
        LeaseRequest waiting =
                pool.lease("", new HttpRoute(Requests.host(url), null, url.secure()), timeout, null);
        lease = waiting;
        try {
            ConnectionEndpoint leased = waiting.get(timeout);
            connection = leased;
            return leased;
        } catch (InterruptedException e) {
            takeBack(waiting);
            Thread.currentThread().interrupt();
            throw new NotSentException(NotSent.Reason.INTERRUPTED);
        } catch (TimeoutException | CancellationException e) {
            throw new NotSentException(NotSent.Reason.NO_CONNECTION_FREE);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TimeoutException
                    ? new NotSentException(NotSent.Reason.NO_CONNECTION_FREE)
                    : new NotSentException(NotSent.Reason.CONNECT_FAILED, e);
        }
    }

    /** Ends the wait for a connection. If one was assigned just then, nobody else would ever give it back. */
    private void takeBack(LeaseRequest waiting) {
        if (!waiting.cancel()) {
            try {
                connection = waiting.get(Timeout.ONE_MILLISECOND);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                // none was assigned
            }
        }
    }

    private void connect(ConnectionEndpoint leased) throws IOException {
        if (!leased.isConnected()) {
            pool.connect(leased, deadline.within(limits.connect()).timeout(), context);
        }
        if (watch.isExpired()) {
            throw new NotSentException(NotSent.Reason.CONNECT_TIMEOUT);
        }
    }

    /** Run by the watchdog. */
    private void abort() {
        ConnectionEndpoint leased = connection;
        LeaseRequest waiting = lease;
        if (leased != null) {
            leased.close(CloseMode.IMMEDIATE);
        } else if (waiting != null) {
            waiting.cancel();
        }
    }

    private Failure failure(Exception e) {
        Throwable cause = e instanceof NotSentException ? e.getCause() : e;
        String detail = cause == null ? null : cause.getClass().getSimpleName();
        return sent
                ? new NoAnswer(whyNoAnswer(e), answer == null ? null : answer.getCode(), detail)
                : new NotSent(whyNotSent(e), detail);
    }

    private NotSent.Reason whyNotSent(Exception e) {
        if (Thread.currentThread().isInterrupted()) {
            return NotSent.Reason.INTERRUPTED;
        }
        if (watchdog.isClosed()) {
            return NotSent.Reason.CLOSED;
        }
        if (e instanceof NotSentException known) {
            return known.reason();
        }
        if (watch.isExpired()) {
            return connection == null ? NotSent.Reason.NO_CONNECTION_FREE : NotSent.Reason.CONNECT_TIMEOUT;
        }
        return NotSent.Reason.CONNECT_FAILED;
    }

    private NoAnswer.Reason whyNoAnswer(Exception e) {
        if (Thread.currentThread().isInterrupted()) {
            return NoAnswer.Reason.INTERRUPTED;
        }
        if (watchdog.isClosed()) {
            return NoAnswer.Reason.CLOSED;
        }
        if (watch.isExpired() || e instanceof SocketTimeoutException) {
            return NoAnswer.Reason.TIMEOUT;
        }
        return switch (e) {
            case HttpException _, MessageConstraintException _ -> NoAnswer.Reason.MALFORMED;
            case MalformedChunkCodingException _ -> NoAnswer.Reason.MALFORMED;
            case ConnectionClosedException _ when answer == null -> NoAnswer.Reason.CLOSED_BY_PEER;
            case Exception _ when answer == null -> NoAnswer.Reason.CONNECTION_LOST;
            case Exception _ -> NoAnswer.Reason.CUT_OFF;
        };
    }
}
