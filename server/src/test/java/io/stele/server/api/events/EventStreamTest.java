package io.stele.server.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.adapters.kapso.KapsoIds;
import io.stele.core.channel.EndpointId;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.EventLog;
import io.stele.core.event.LoggedEvent;
import io.stele.core.example.FixedDirectory;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

class EventStreamTest {

    private static final Scope SCOPE = new Scope(new ProjectId(new UUID(1, 2)), Mode.LIVE);

    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final OpenReader reader = new OpenReader();
    private final Client client = new Client();
    private volatile long first = 1;
    private volatile long last;
    private volatile boolean away;

    /** A log of so many events as the test says. */
    private final class Log implements EventLog {
        @Override
        public List<LoggedEvent> after(Scope scope, long position, int limit) {
            questions.incrementAndGet();
            if (away) {
                throw new IllegalStateException("the store is away");
            }
            return LongStream.rangeClosed(position + 1, Math.min(last, position + limit))
                    .mapToObj(at -> new LoggedEvent(
                            at, new UUID(0, at), scope, Instant.EPOCH, new ContactChanged(null, new UUID(0, at))))
                    .toList();
        }

        @Override
        public Extent extent(Scope scope) {
            return new Extent(first, last);
        }

        @Override
        public Map<Scope, Long> ends(Collection<Scope> scopes) {
            return Map.of(SCOPE, last);
        }
    }

    private static final class Client implements Subscriber<byte[]> {
        private final List<String> parts = new CopyOnWriteArrayList<>();
        private final AtomicBoolean completed = new AtomicBoolean();
        private volatile Subscription subscription;

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(byte[] part) {
            parts.add(new String(part, StandardCharsets.UTF_8));
        }

        @Override
        public void onError(Throwable fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void onComplete() {
            completed.set(true);
        }
    }

    private void grow(long to) {
        last = to;
        reader.grownTo(to);
    }

    private void start(Duration heartbeat) {
        EventFrames frames = new EventFrames(new EventForms(new KapsoIds(), FixedDirectory.of()));
        EventStream stream = new EventStream(
                new LogReading(new Log()),
                frames,
                SCOPE,
                0,
                reader,
                heartbeat,
                allowed::get,
                _ -> faults.incrementAndGet());
        stream.subscribe(client);
        Thread.ofVirtual().start(stream::run);
    }

    @AfterEach
    void end() {
        reader.end();
        await().untilTrue(client.completed);
    }

    @Test
    void beginsWithThePositionAndSendsEventsInTheirOrder() {
        start(Duration.ofMinutes(1));
        client.subscription.request(10);
        grow(2);

        await().until(() -> client.parts.size() == 2);
        assertThat(client.parts.getFirst()).isEqualTo("retry: 2000\nid: 0\n\n");
        assertThat(client.parts.getLast())
                .startsWith("id: 1\nevent: contact_changed\ndata: {\"position\":1,\"id\":\"")
                .contains("}\n\nid: 2\nevent: contact_changed\ndata: {")
                .endsWith("}\n\n");
    }

    @Test
    void readsNoMoreThanTheClientTakes() {
        start(Duration.ofMinutes(1));
        client.subscription.request(2);
        grow(1_000_000);

        await().until(() -> client.parts.size() == 2);
        await().during(Duration.ofMillis(200)).until(() -> questions.get() <= 2);
        client.subscription.request(1);
        await().until(() -> client.parts.size() == 3);
        assertThat(client.parts.get(2)).startsWith("id: 51\n");
    }

    @Test
    void showsThatItIsStillThere() {
        start(Duration.ofMillis(20));
        client.subscription.request(5);

        await().until(() -> client.parts.size() == 5);
        assertThat(client.parts.subList(1, 5)).containsOnly(": still here\n\n");
        assertThat(questions).hasValue(0);
    }

    @Test
    void endsWithItsKey() {
        start(Duration.ofMillis(20));
        client.subscription.request(1_000);
        await().until(() -> client.parts.size() > 2);
        allowed.set(false);

        await().untilTrue(client.completed);
    }

    @Test
    void endsWhenTheClientGoes() {
        start(Duration.ofMinutes(1));
        client.subscription.request(1);
        client.subscription.cancel();

        await().untilTrue(client.completed);
    }

    @Test
    void endsWhereWhatComesNextHasBeenDeleted() {
        start(Duration.ofMinutes(1));
        client.subscription.request(10);
        first = 3;
        grow(5);

        await().untilTrue(client.completed);
        assertThat(client.parts).hasSize(1);
    }

    @Test
    void survivesThatTheStoreIsAway() {
        away = true;
        start(Duration.ofMinutes(1));
        client.subscription.request(10);
        grow(1);
        await().until(() -> faults.get() > 0);
        away = false;

        await().until(() -> client.parts.size() == 2);
    }
}
