package io.stele.graphstub.callback;

import io.stele.graphstub.callback.StatusBody.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Gathers receipts into bodies. Those of one body are in the order in which they came. */
final class StatusBatch {

    private final CallbackPoster poster;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("batches").factory());
    private List<Receipt> waiting = new ArrayList<>();

    StatusBatch(CallbackPoster poster) {
        this.poster = poster;
    }

    synchronized void add(Receipt receipt, int size, Duration linger) {
        waiting.add(receipt);
        if (waiting.size() >= size) {
            post();
        } else if (waiting.size() == 1) {
            List<Receipt> begun = waiting;
            clock.schedule(() -> postIfWaiting(begun), linger.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    synchronized void clear() {
        waiting = new ArrayList<>();
    }

    private synchronized void postIfWaiting(List<Receipt> begun) {
        if (waiting == begun && !waiting.isEmpty()) {
            post();
        }
    }

    private void post() {
        poster.post(StatusBody.body(waiting));
        waiting = new ArrayList<>();
    }
}
