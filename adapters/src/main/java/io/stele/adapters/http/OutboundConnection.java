package io.stele.adapters.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.message.LazyLineParser;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection of the library's that trusts the other side with nothing:
 *
 * <ul>
 *   <li>The end of the stream within a head, or within a body whose end is marked otherwise, is a fault. The library takes the part of a head that
 *       came for all of it, and would make an answer of it.
 *   <li>What comes while no answer is awaited makes the connection unusable, instead of being the answer to the next request.
 *   <li>Closing never waits for the other side; the library's polite way to end TLS could do so for ever.
 *   <li>There is an end to interim answers.
 *   <li>Neither the bytes nor the headers are logged at any level: they hold secrets.
 * </ul>
 */
final class OutboundConnection extends DefaultManagedHttpClientConnection {

    static final Http1Config CONFIG = Http1Config.custom()
            .setMaxLineLength(8192)
            .setMaxHeaderCount(100)
            .build();

    private static final Timeout A_MOMENT = Timeout.ofMilliseconds(1);
    private static final int MOST_INTERIM_ANSWERS = 16;

    private boolean endIsFault;
    private int interimAnswers;

    OutboundConnection(String id) {
        super(
                id,
                null,
                null,
                CONFIG,
                null,
                null,
                null,
                null,
                new DefaultHttpResponseParserFactory(CONFIG, LazyLineParser.INSTANCE, null));
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new Holder(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        bind(new Holder(tls, socket));
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        interimAnswers = 0;
        super.sendRequestHeader(request);
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        endIsFault = true;
        ClassicHttpResponse head = super.receiveResponseHeader();
        if (head.getCode() < HttpStatus.SC_SUCCESS && ++interimAnswers > MOST_INTERIM_ANSWERS) {
            throw new ProtocolException("too many interim answers");
        }
        return head;
    }

    @Override
    public void receiveResponseEntity(ClassicHttpResponse response) throws HttpException, IOException {
        super.receiveResponseEntity(response);
        HttpEntity entity = response.getEntity();
        endIsFault = entity.isChunked() || entity.getContentLength() >= 0;
    }

    @Override
    public boolean isStale() {
        try {
            // whether it is bytes or the end that comes: the connection is of no more use
            awaitInput(A_MOMENT);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        close(CloseMode.GRACEFUL);
    }

    @Override
    public void close(CloseMode mode) {
        SocketHolder holder = getSocketHolder();
        if (mode == CloseMode.GRACEFUL && holder != null) {
            Closer.closeQuietly(holder.getBaseSocket());
        }
        super.close(mode);
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {}

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {}

    private final class Holder extends SocketHolder {

        Holder(Socket socket) {
            super(socket);
        }

        Holder(SSLSocket tls, Socket socket) {
            super(tls, socket);
        }

        @Override
        protected InputStream getInputStream(Socket socket) throws IOException {
            return new Input(super.getInputStream(socket));
        }
    }

    private final class Input extends FilterInputStream {

        Input(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return checked(super.read(bytes, offset, length));
        }

        private int checked(int read) throws IOException {
            if (read < 0 && endIsFault) {
                throw new ConnectionClosedException();
            }
            return read;
        }
    }
}
