package io.stele.server.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Keeps as many large answers in memory at once as it has room for, while they are sent as fast as they are taken. */
@Singleton
public final class AnswerRoom {

    private static final String HELD = "stele.answer";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BodyBudget budget;

    /** @param most bytes at once; 0 for an eighth of the memory that there is */
    AnswerRoom(@Value("${stele.limits.answer-bytes:0}") long most) {
        this.budget = new BodyBudget(most > 0 ? most : Runtime.getRuntime().maxMemory() / 8);
    }

    /**
     * The bytes of an answer. Their room is given back when the stream is closed, or the connection is gone.
     *
     * @param size of the bytes, which are read when there is room for them
     * @throws RejectedException when there is none now
     */
    public InputStream hold(HttpRequest<?> request, long size, Supplier<byte[]> bytes) {
        BodyBudget.Share share = budget.share();
        if (!share.take(size)) {
            throw new RejectedException(new Rejection.Overloaded(PAUSE));
        }
        try {
            return new Held(bytes.get(), request, share);
        } catch (RuntimeException e) {
            share.close();
            throw e;
        }
    }

    private static final class Held extends ByteArrayInputStream {

        private final HttpRequest<?> request;

        Held(byte[] bytes, HttpRequest<?> request, BodyBudget.Share share) {
            super(bytes);
            this.request = request;
            if (request instanceof NettyHttpRequest<?> netty) {
                Holding.until(netty, HELD, share::close);
            } else {
                share.close();
            }
        }

        @Override
        public void close() {
            Holding.end(request, HELD);
        }
    }
}
