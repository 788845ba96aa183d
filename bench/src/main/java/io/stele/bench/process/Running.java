package io.stele.bench.process;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What runs. On {@link #close}, and when this process is told to stop, everything is stopped, the newest first. Safe for several threads.
 */
public final class Running implements AutoCloseable {

    private final Deque<AutoCloseable> all = new ArrayDeque<>();

    public Running() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    }

    /** Enters what can be closed more than once. */
    public synchronized <T extends AutoCloseable> T add(T each) {
        all.push(each);
        return each;
    }

    @Override
    public synchronized void close() {
        while (!all.isEmpty()) {
            closeOne(all.pop());
        }
    }

    private static void closeOne(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            System.err.println("could not be stopped: " + each + ": " + e);
        }
    }
}
