package io.stele.server.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.core.housekeeping.Chore;
import io.stele.server.start.Embedded;
import io.stele.server.store.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file of the embedded database does not grow with what has been written, but with what is there. */
@Timeout(120)
class FileCompactionTest {

    private static final int ROWS = 20_000;
    private static final int STEP = 4;
    private static final int TABLES = 6;

    /** The space of what is replaced is used again at once; by H2's own setting it is after 45 s. */
    private static final String REUSING = ";RETENTION_TIME=0";

    @TempDir
    private Path directory;

    @Test
    void whatIsOfNoUseMakesRoomForWhatIsWrittenNext() {
        long compacted = sizeAfterWork(true);
        long left = sizeAfterWork(false);

        assertThat(compacted).as("bytes, compacted; bytes, not compacted: %,d", left).isLessThan(left / 2);
    }

    /** What it commits is all that there is in memory: half of a transaction too. */
    @Test
    void nothingIsCompactedWhileATransactionWrites() {
        try (TestStore store = TestStore.open(Embedded.at("jdbc:h2:file:" + directory.resolve("turns")), "stele", "stele")) {
            Chore compaction = compaction(store);
            CompletableFuture<Boolean> compacted = store.database().write(session -> {
                CompletableFuture<Boolean> meanwhile =
                        CompletableFuture.supplyAsync(() -> compaction.doPart(store.clock().instant()));
                await().during(Duration.ofMillis(300)).until(() -> !meanwhile.isDone());
                return meanwhile;
            });

            assertThat(compacted).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    /** Each commit changes pages of several tables that no other changes any more: so no piece of the file is ever without use. */
    private long sizeAfterWork(boolean compacting) {
        Path file = directory.resolve(compacting ? "compacted" : "left");
        long size;
        try (TestStore store = TestStore.open(Embedded.at("jdbc:h2:file:" + file + REUSING), "stele", "stele")) {
            Chore compaction = compaction(store);
            for (int table = 0; table < TABLES; table++) {
                store.run("create table t" + table + " (id int primary key, times int, filler varchar)");
                store.run("insert into t%d select n, 0, repeat('x', 200) from %s".formatted(table, store.numbers(ROWS)));
            }
            for (int id = 1; id <= ROWS; id += STEP) {
                change(store, id);
                if (compacting && id % (20 * STEP) == 1) {
                    compaction.doPart(store.clock().instant());
                }
            }
            size = size(Path.of(file + ".mv.db"));
            for (int table = 0; table < TABLES; table++) {
                assertThat(store.number("select sum(times) from t" + table)).isEqualTo(ROWS / STEP);
            }
        }
        return size;
    }

    private static void change(TestStore store, int id) {
        store.database().write(session -> {
            for (int table = 0; table < TABLES; table++) {
                // Somewhere else in each table.
                int row = (id + table * ROWS / TABLES) % ROWS + 1;
                session.update("update t" + table + " set times = times + 1 where id = ?", row);
            }
            return id;
        });
    }

    private static Chore compaction(TestStore store) {
        return List.copyOf(store.all(Chore.class)).stream()
                .filter(FileCompaction.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
