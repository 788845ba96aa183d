package io.stele.server.api.events;

import io.stele.core.event.LoggedEvent;
import io.stele.core.project.Scope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The log of a scope from a position on, as it goes on. It has a thread of its own, a virtual one, and holds no more than the part that the client
 * takes next. It ends when the client goes or takes nothing for a minute, when its key does not open the log any more, when what comes next has
 * been deleted, and when it is told to.
 */
final class EventStream implements Publisher<byte[]> {

    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
    private static final int EVENTS_IN_A_PART = 50;

    private final LogReading log;
    private final EventFrames frames;
    private final Scope scope;
    private final OpenReader reader;
    private final Duration heartbeat;
    private final BooleanSupplier isAllowed;
    private final Consumer<Throwable> onFault;
    private final AtomicBoolean completed = new AtomicBoolean();
    private long position;
    private long heartbeatAt;
    private volatile boolean finished;
    private volatile @Nullable Subscriber<? super byte[]> subscriber;

    /**
     * A stream that begins after this position.
     *
     * @param heartbeat how often the client is shown that it is not forgotten
     * @param isAllowed whether the client's key opens the log still; asked with each heartbeat
     * @param onFault hears of what goes wrong with the store; the stream goes on
     */
    EventStream(
            LogReading log,
            EventFrames frames,
            Scope scope,
            long position,
            OpenReader reader,
            Duration heartbeat,
            BooleanSupplier isAllowed,
            Consumer<Throwable> onFault) {
        this.log = log;
        this.frames = frames;
        this.scope = scope;
        this.position = position;
        this.reader = reader;
        this.heartbeat = heartbeat;
        this.isAllowed = isAllowed;
        this.onFault = onFault;
    }

    /** For the one response that the stream goes out with. */
    @Override
    public void subscribe(Subscriber<? super byte[]> client) {
        subscriber = client;
        client.onSubscribe(new Subscription() {
            @Override
            public void request(long parts) {
                reader.ask(parts);
            }

            @Override
            public void cancel() {
                reader.end();
            }
        });
        complete();
    }

    /** Sends until it is over. */
    void run() {
        heartbeatAt = System.nanoTime() + heartbeat.toNanos();
        boolean goesOn = send(frames.opening(position));
        while (goesOn) {
            try {
                goesOn = goOn();
            } catch (RuntimeException e) {
                onFault.accept(e);
                reader.pause(AFTER_FAULT);
                goesOn = !reader.isOver();
            }
        }
        finished = true;
        complete();
    }

    /** Ends the response once there is one and nothing more to send, whichever comes first. */
    private void complete() {
        Subscriber<? super byte[]> client = subscriber;
        if (finished && client != null && !completed.getAndSet(true)) {
            client.onComplete();
        }
    }

    /** Sends what there is, else waits for more until the next heartbeat. */
    private boolean goOn() {
        Duration untilHeartbeat = Duration.ofNanos(heartbeatAt - System.nanoTime());
        if (!untilHeartbeat.isPositive()) {
            heartbeatAt = System.nanoTime() + heartbeat.toNanos();
            return isAllowed.getAsBoolean() && send(frames.heartbeat());
        }
        return reader.awaitBeyond(position, untilHeartbeat) ? sendNext() : !reader.isOver();
    }

    private boolean sendNext() {
        return switch (log.after(scope, position, EVENTS_IN_A_PART)) {
            case LogReading.Expired _ -> false;
            case LogReading.Page(List<LoggedEvent> events, _) -> events.isEmpty() || sendAll(events);
        };
    }

    private boolean sendAll(List<LoggedEvent> events) {
        boolean sent = send(frames.of(events));
        position = events.getLast().position();
        return sent;
    }

    private boolean send(byte[] part) {
        if (!reader.awaitDemand(LONGEST_STANDSTILL)) {
            return false;
        }
        Subscriber<? super byte[]> client = subscriber;
        if (client == null) {
            return false;
        }
        client.onNext(part);
        return true;
    }
}
