package io.stele.adapters.http;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;

/** How many connections there are. */
final class ConnectionPool {

    /** Far more than a process may have open files as a rule: what bounds the requests is whoever makes them. */
    private static final int MOST = 8192;

    /** A host may move to another address, which only a new connection notices. */
    private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(1);

    private ConnectionPool() {}

    /**
     * A pool in which a connection that the other side closed meanwhile is not used again.
     *
     * @param mostToOneHost so many connections one host and port can hold on to, however slow it is
     */
    static PoolingHttpClientConnectionManager create(Dialler dialler, int mostToOneHost) {
        AtomicLong count = new AtomicLong();
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager(
                dialler,
                // the only one that forgets hosts to which there are no more connections
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                _ -> new OutboundConnection("outbound-" + count.incrementAndGet()));
        pool.setMaxTotal(MOST);
        pool.setDefaultMaxPerRoute(mostToOneHost);
        pool.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .setTimeToLive(LONGEST_LIFE)
                .build());
        return pool;
    }
}
