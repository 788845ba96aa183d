package io.stele.graphstub.callback;

import io.stele.graphstub.callback.ReceiptPlan.Failure;
import io.stele.graphstub.callback.ReceiptPlan.Step;
import io.stele.graphstub.callback.StatusBody.Receipt;
import io.stele.graphstub.graph.Acceptance;
import io.stele.graphstub.graph.AcceptedMessage;
import io.stele.graphstub.graph.Recent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports on messages that were taken: by a plan, or on command. */
public final class Receipts implements Acceptance {

    private final CallbackPoster poster;
    private final StatusBatch batch;
    private final Recent<AcceptedMessage> messages = new Recent<>();
    private final Deque<Receipt> held = new ArrayDeque<>();
    private volatile ReceiptPlan plan = ReceiptPlan.NONE;

    public Receipts(CallbackPoster poster) {
        this.poster = poster;
        this.batch = new StatusBatch(poster);
    }

    /** From now on, for messages that are taken from now on. */
    public void follow(ReceiptPlan other) {
        plan = other;
    }

    @Override
    public void accepted(AcceptedMessage message) {
        messages.put(message.wamid(), message);
        ReceiptPlan current = plan;
        List<Step> steps = steps(message, current);
        if (steps.isEmpty()) {
            return;
        }
        Instant start = Instant.now();
        int early = current.early() ? 1 : 0;
        for (int i = 0; i < early; i++) {
            publish(message, steps, i, current, start);
        }
        Thread.ofVirtual().start(() -> {
            for (int i = early; i < steps.size(); i++) {
                publish(message, steps, i, current, start);
            }
        });
    }

    /**
     * Posts one receipt now.
     *
     * @return how it went at the first attempt
     * @throws IllegalArgumentException when no such message was taken, or it is too long ago
     */
    public Attempt post(String wamid, String status, @Nullable Failure failure) {
        AcceptedMessage message = messages.get(wamid);
        if (message == null) {
            throw new IllegalArgumentException("no message has the id " + wamid);
        }
        Step step = new Step(status, Duration.ZERO);
        Receipt receipt = StatusBody.receipt(message, step.status(), failure, isPriced(status), plan, Instant.now());
        return poster.post(StatusBody.body(List.of(receipt))).join();
    }

    /**
     * Posts what was held, one body after the other, or all in one.
     *
     * @return how many receipts that were
     */
    public int release(boolean reversed, boolean together, int copies) {
        List<Receipt> released;
        synchronized (held) {
            released = new ArrayList<>(held);
            held.clear();
        }
        if (reversed) {
            Collections.reverse(released);
        }
        List<List<Receipt>> bodies = together && !released.isEmpty()
                ? List.of(released)
                : released.stream().map(List::of).toList();
        bodies.forEach(body -> {
            for (int i = 0; i < copies; i++) {
                poster.post(StatusBody.body(body)).join();
            }
        });
        return released.size();
    }

    public int heldCount() {
        synchronized (held) {
            return held.size();
        }
    }

    public void clear() {
        plan = ReceiptPlan.NONE;
        messages.clear();
        batch.clear();
        synchronized (held) {
            held.clear();
        }
    }

    private void publish(AcceptedMessage message, List<Step> steps, int index, ReceiptPlan current, Instant start) {
        Step step = steps.get(index);
        await(start.plus(step.after()));
        // what is told in reverse has happened in order all the same
        Instant at = current.reversed() ? start : Instant.now();
        Receipt receipt = StatusBody.receipt(
                message, step.status(), current.failure(), isPriced(steps, step.status()), current, at);
        for (int i = 0; i < current.copies(); i++) {
            if (current.held()) {
                synchronized (held) {
                    held.addLast(receipt);
                }
            } else if (current.batchSize() > 1) {
                batch.add(receipt, current.batchSize(), current.batchLinger());
            } else {
                poster.post(StatusBody.body(List.of(receipt))).join();
            }
        }
    }

    /** A reaction is reported as sent, or as failed, and never more. */
    private static List<Step> steps(AcceptedMessage message, ReceiptPlan plan) {
        boolean reaction = "reaction".equals(message.sending().type());
        List<Step> steps = new ArrayList<>(plan.steps().stream()
                .filter(step -> !reaction || "sent".equals(step.status()) || "failed".equals(step.status()))
                .toList());
        if (plan.reversed()) {
            Collections.reverse(steps);
        }
        return steps;
    }

    /** The price stands on sent, and on delivered, or on read where there is no delivered. */
    private static boolean isPriced(List<Step> steps, String status) {
        boolean delivered = steps.stream().anyMatch(step -> "delivered".equals(step.status()));
        return isPriced(status) || "read".equals(status) && !delivered;
    }

    private static boolean isPriced(String status) {
        return "sent".equals(status) || "delivered".equals(status);
    }

    private static void await(Instant time) {
        Duration left = Duration.between(Instant.now(), time);
        if (left.isPositive()) {
            try {
                Thread.sleep(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
