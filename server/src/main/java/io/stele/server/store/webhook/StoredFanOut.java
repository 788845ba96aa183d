package io.stele.server.store.webhook;

import io.stele.core.event.LoggedEvent;
import io.stele.core.project.Scope;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.NewDelivery;
import io.stele.core.webhook.UntoldEvent;
import io.stele.server.store.OneByOne;
import io.stele.server.store.event.LoggedEvents;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells logs, buffers and silences, each in a transaction of its own: one that cannot be told waits, and holds up no other. */
@Singleton
final class StoredFanOut implements FanOutStore {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int LOGS_AT_ONCE = 50;

    private final Database database;
    private final WebhookRows webhooks;
    private final InstantSource clock;

    StoredFanOut(Database database, WebhookRows webhooks, InstantSource clock) {
        this.database = database;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Override
    public int tellNext(int limit, Telling telling) {
        Instant now = clock.instant();
        List<Scope> logs = database.read(session -> Cursors.behind(session, now, LOGS_AT_ONCE));
        return sum(OneByOne.each(
                "log of",
                logs,
                log -> tell(log, limit, telling, now),
                log -> database.write(session -> Cursors.putOff(session, log, now, PAUSE))));
    }

    /** Where not all can be told together, those are told that stand before the one that cannot. */
    private int tell(Scope log, int limit, Telling telling, Instant now) {
        try {
            return database.write(session -> tell(session, log, limit, telling, now));
        } catch (RuntimeException | StackOverflowError e) {
            int told = 0;
            while (told < limit && database.write(session -> tell(session, log, 1, telling, now)) == 1) {
                told++;
            }
            return told;
        }
    }

    private int tell(Session session, Scope log, int limit, Telling telling, Instant now) {
        Optional<Long> told = Cursors.lock(session, log);
        return told.isEmpty() ? 0 : tell(session, log, told.get(), limit, telling, now);
    }

    /** The webhooks are read when it is known which events are told: whatever was there before an event is among them. */
    private int tell(Session session, Scope log, long told, int limit, Telling telling, Instant now) {
        long end = Cursors.end(session, log);
        if (end <= told) {
            return 0;
        }
        List<Listener> listeners = webhooks.listeners(session, log);
        List<LoggedEvent> events = listeners.isEmpty() ? List.of() : upTo(end, LoggedEvents.after(session, log, told, limit));
        if (events.isEmpty()) {
            Cursors.move(session, log, end, now);
            return 0;
        }
        Told made = telling.tell(listeners, Views.of(session, log, events, now));
        lockQueues(session, log, made);
        new NewDeliveries(session, log, now).write(made.deliveries());
        new UntoldDeliveries(session, log, now).write(made.untold());
        Silences.watch(session, log, made.watches());
        Cursors.move(session, log, events.getLast().position(), now);
        return events.size();
    }

    /** All at once, since queues are locked by key. */
    private static void lockQueues(Session session, Scope log, Told made) {
        if (!made.untold().isEmpty()) {
            Queues.lock(
                    session,
                    log,
                    Stream.concat(
                                    made.deliveries().stream().map(NewDelivery::webhook),
                                    made.untold().stream().map(UntoldEvent::webhook))
                            .map(webhook -> Queues.Key.of(log, webhook))
                            .toList());
        }
    }

    private static List<LoggedEvent> upTo(long end, List<LoggedEvent> events) {
        return events.stream().filter(event -> event.position() <= end).toList();
    }

    @Override
    public int flushBuffers(Instant now, int limit, Batching batching) {
        List<DeliveryLanes.Lane> due = database.read(session -> Buffers.due(session, now, limit));
        return sum(OneByOne.each(
                "buffer of",
                due,
                lane -> database.write(session -> webhooks.of(session, lane.queue())
                        .map(webhook -> Buffers.flush(session, webhook, lane, now, batching))
                        .orElseGet(() -> Buffers.forget(session, lane))),
                lane -> database.write(session -> Buffers.putOff(session, lane, now, PAUSE))));
    }

    @Override
    public int tellSilences(Instant now, int limit, SilenceTelling telling) {
        List<Silences.Key> due = database.read(session -> Silences.due(session, now, limit));
        return sum(OneByOne.each(
                "silence of",
                due,
                watch -> database.write(session -> webhooks.of(session, watch.queue())
                        .map(webhook -> Silences.tell(session, webhook, watch, now, telling))
                        .orElseGet(() -> Silences.forget(session, watch))),
                watch -> database.write(session -> Silences.putOff(session, watch, now, PAUSE))));
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read(session -> session.first(
                row -> row.moment("due_at"),
                """
                select due_at from (
                    (select due_at from webhook_buffer order by due_at limit 1)
                    union all
                    (select due_at from webhook_silence order by due_at limit 1)) d
                order by due_at limit 1"""));
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
