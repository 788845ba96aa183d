package io.stele.adapters.http;

import io.stele.adapters.http.Watchdog.Watch;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections. It looks the name up, keeps the addresses that the guard permits, and dials just those: between the look at an address and its
 * use there is no second look-up. Every failure is a {@link NotSentException}.
 */
final class Dialler implements HttpClientConnectionOperator {

    /** Where a request's context says on whose behalf it is made. */
    static final String PARTY = "stele.party";

    private final AddressGuard guard;
    private final Names names;
    private final TlsSocketStrategy tls;
    private final Watchdog watchdog;

    /** @param tls checks the certificate and that it is the host's */
    Dialler(AddressGuard guard, Names names, TlsSocketStrategy tls, Watchdog watchdog) {
        this.guard = guard;
        this.names = names;
        this.tls = tls;
        this.watchdog = watchdog;
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable InetSocketAddress localAddress,
            TimeValue timeout,
            SocketConfig config,
            HttpContext context)
            throws IOException {
        Deadline deadline = Deadline.after(timeout.toDuration());
        List<InetAddress> addresses = permitted(host, context.getAttribute(PARTY) instanceof String party ? party : null, deadline);
        Watch watch = watchdog.watch(deadline, () -> connection.close(CloseMode.IMMEDIATE));
        try (watch) {
            dial(connection, host, addresses, deadline, context);
        } catch (IOException e) {
            throw watch.isExpired() ? new NotSentException(NotSent.Reason.CONNECT_TIMEOUT, e) : e;
        }
        if (watch.isExpired()) {
            throw new NotSentException(NotSent.Reason.CONNECT_TIMEOUT);
        }
    }

    @Override
    public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context) {
        throw new UnsupportedOperationException("connections are encrypted from the start or not at all");
    }

    private List<InetAddress> permitted(HttpHost host, @Nullable String party, Deadline deadline)
            throws NotSentException {
        List<InetAddress> permitted = names.addresses(host.getHostName(), party, deadline).stream()
                .filter(isSecure(host) ? guard::permits : guard::permitsUnencrypted)
                .toList();
        if (permitted.isEmpty()) {
            throw new NotSentException(NotSent.Reason.ADDRESS_REFUSED);
        }
        return permitted;
    }

    /** Dials one address after the other; each may take its share of the time that is left. */
    private void dial(
            ManagedHttpClientConnection connection,
            HttpHost host,
            List<InetAddress> addresses,
            Deadline deadline,
            HttpContext context)
            throws IOException {
        for (int i = 0; i < addresses.size(); i++) {
            int left = addresses.size() - i;
            try {
                dial(connection, host, addresses.get(i), deadline.remaining().dividedBy(left), context);
                return;
            } catch (NotSentException e) {
                if (left == 1 || deadline.isPast()) {
                    throw e;
                }
            }
        }
    }

    private void dial(
            ManagedHttpClientConnection connection,
            HttpHost host,
            InetAddress address,
            Duration time,
            HttpContext context)
            throws IOException {
        int milliseconds = Deadline.timeout(time).toMillisecondsIntBound();
        // whatever proxy a system property names
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            connection.bind(socket);
            socket.setTcpNoDelay(true);
            connect(socket, new InetSocketAddress(address, host.getPort()), milliseconds);
            if (isSecure(host)) {
                socket.setSoTimeout(milliseconds);
                SSLSocket encrypted = encrypted(socket, host, context);
                socket.setSoTimeout(0);
                connection.bind(encrypted, socket);
            }
        } catch (NotSentException | RuntimeException e) {
            socket.close();
            throw e;
        } catch (IOException e) {
            socket.close();
            throw new NotSentException(NotSent.Reason.CONNECT_FAILED, e);
        }
    }

    private static void connect(Socket socket, InetSocketAddress address, int milliseconds) throws NotSentException {
        try {
            socket.connect(address, milliseconds);
        } catch (ConnectException e) {
            throw new NotSentException(NotSent.Reason.CONNECTION_REFUSED, e);
        } catch (SocketTimeoutException e) {
            throw new NotSentException(NotSent.Reason.CONNECT_TIMEOUT, e);
        } catch (IOException e) {
            throw new NotSentException(NotSent.Reason.CONNECT_FAILED, e);
        }
    }

    private SSLSocket encrypted(Socket socket, HttpHost host, HttpContext context) throws NotSentException {
        try {
            return tls.upgrade(socket, host.getHostName(), host.getPort(), null, context);
        } catch (SocketTimeoutException e) {
            throw new NotSentException(NotSent.Reason.CONNECT_TIMEOUT, e);
        } catch (IOException e) {
            throw new NotSentException(NotSent.Reason.TLS_FAILED, e);
        }
    }

    private static boolean isSecure(HttpHost host) {
        return host.getSchemeName().equals("https");
    }
}
