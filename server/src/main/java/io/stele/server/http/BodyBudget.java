package io.stele.server.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of requests' bodies are held at once. Safe for many threads. */
public final class BodyBudget {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    /** @param most bytes; a body that is larger is still taken, alone */
    public BodyBudget(long most) {
        this.most = most;
    }

    /** What one request holds, of which there is nothing yet. */
    public Share share() {
        return new Share();
    }

    /** How many bytes are held now. */
    public long held() {
        return held.get();
    }

    /** What one request holds, until it is closed. */
    public final class Share implements AutoCloseable {

        private long own;
        private boolean closed;

        private Share() {}

        /** Holds so many bytes more, or nothing more when there is no room for them. @return whether there was */
        public synchronized boolean take(long bytes) {
            if (closed) {
                return false;
            }
            long others = held.getAndAdd(bytes) - own;
            if (others > 0 && others + own + bytes > most) {
                held.addAndGet(-bytes);
                return false;
            }
            own += bytes;
            return true;
        }

        /** Gives back what it holds, and holds nothing from then on. */
        @Override
        public synchronized void close() {
            held.addAndGet(-own);
            own = 0;
            closed = true;
        }
    }
}
