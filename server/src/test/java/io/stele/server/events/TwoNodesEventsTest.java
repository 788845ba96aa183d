package io.stele.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.server.OnPostgres;
import io.stele.server.RunningStele;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One log that two nodes write and tell. */
class TwoNodesEventsTest implements OnPostgres {

    private static final int WRITERS = 8;
    private static final int MESSAGES_EACH = 15;
    private static final long SEED = 20_261_126;

    private record Seen(long position, String type) {}

    @Test
    void a_reader_that_is_cut_off_again_and_again_sees_every_position_once(@TempDir Path directory) throws Exception {
        Map<String, String> environment = database(directory);
        try (RunningStele one = RunningStele.start(environment, directory);
                RunningStele other = RunningStele.start(environment, directory);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<RunningStele> nodes = List.of(one, other);
            List<Future<?>> writing = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> write(nodes.get(writer % 2), one)))
                    .toList();
            List<Seen> seen = new ArrayList<>();
            Random random = new Random(SEED);
            String lastId = "0";
            for (int turn = 0; !isAllSeen(writing, seen, one); turn++) {
                lastId = readSome(nodes.get(turn % 2), one.tenant().zavu(), lastId, random, seen);
            }
            for (Future<?> writer : writing) {
                writer.get();
            }

            assertThat(seen).extracting(Seen::position)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, seen.size()).boxed().toList());
            assertThat(seen.stream().filter(event -> event.type().equals("message_received")))
                    .hasSize(WRITERS * MESSAGES_EACH);
        }
    }

    private static void write(RunningStele node, RunningStele owner) {
        for (int i = 0; i < MESSAGES_EACH; i++) {
            node.writeIn(
                    RunningStele.newCustomer(), owner.tenant(), "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");
        }
    }

    private static boolean isAllSeen(List<Future<?>> writing, List<Seen> seen, RunningStele node) {
        return writing.stream().allMatch(Future::isDone)
                && node.http().get("/events?limit=1", node.tenant().zavu()).at("last").getLongValue() == seen.size()
                && seen.stream().filter(event -> event.type().equals("message_received")).count() == WRITERS * MESSAGES_EACH;
    }

    /** Reads a few events from the node, and cuts the connection. @return where to go on */
    private static String readSome(RunningStele node, String key, String lastId, Random random, List<Seen> seen) {
        int few = random.nextInt(40);
        try (LiveEvents live =
                LiveEvents.open(URI.create(node.url() + "/events"), key, Map.of("Last-Event-ID", lastId))) {
            assertThat(live.status()).isEqualTo(200);
            long begin = System.nanoTime();
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> live.events().size() >= few
                            || System.nanoTime() - begin > Duration.ofMillis(500).toNanos());
            live.close();
            live.events().forEach(event -> seen.add(new Seen(Long.parseLong(event.id()), event.type())));
            return live.events().isEmpty() ? lastId : live.events().getLast().id();
        }
    }

    @Test
    void a_node_that_stops_ends_its_streams_without_waiting_for_them(@TempDir Path directory) {
        RunningStele node = RunningStele.start(database(directory), directory);
        try (LiveEvents live =
                LiveEvents.open(URI.create(node.url() + "/events"), node.tenant().zavu(), Map.of())) {
            await().until(() -> !live.lastId().isEmpty());
            long begin = System.nanoTime();
            node.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
            await().until(live::hasEnded);
            assertThat(live.endedWell()).isTrue();
        }
    }
}
