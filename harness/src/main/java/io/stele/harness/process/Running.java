package io.stele.harness.process;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What runs. On {@link #close}, and when this process is told to stop, everything is stopped, the newest first, and nothing is started any
 * more. Safe for several threads.
 */
public final class Running implements AutoCloseable {

    private final Deque<AutoCloseable> all = new ArrayDeque<>();
    private volatile boolean stopping;

    public Running() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /**
     * Enters what can be closed more than once.
     *
     * @throws IllegalStateException when everything is being stopped, this one too
     */
    public synchronized <T extends AutoCloseable> T add(T each) {
        if (stopping) {
            closeOne(each);
        }
        mustGoOn();
        all.push(each);
        return each;
    }

    /**
     * Makes sure that something may be started.
     *
     * @throws IllegalStateException when everything is being stopped
     */
    public void mustGoOn() {
        if (stopping) {
            throw new IllegalStateException("The run was stopped.");
        }
    }

    @Override
    public void close() {
        stopping = true;
        closeAll();
    }

    /** Stops what makes load too, which nobody has entered, since it ends by itself. */
    private void stop() {
        close();
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    }

    private synchronized void closeAll() {
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
