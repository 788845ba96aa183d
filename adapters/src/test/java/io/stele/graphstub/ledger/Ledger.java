package io.stele.graphstub.ledger;

import io.stele.graphstub.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that happened, one JSON object a line, in order, numbered from 1 without gaps. A line is in the file, if there is one,
 * before {@link #record} returns; so whatever was answered is in it. Memory keeps the newest lines only, and every count.
 */
public final class Ledger implements AutoCloseable {

    private final @Nullable FileChannel file;
    private final boolean synced;
    private final int kept;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Tally tally = new Tally();
    private long last;
    private long dropped;

    private Ledger(@Nullable FileChannel file, boolean synced, int kept) {
        this.file = file;
        this.synced = synced;
        this.kept = kept;
    }

    /**
     * Opens a ledger.
     *
     * @param path the file to append to; null for memory only
     * @param synced whether each line is forced to the disk, so that it survives a power cut too
     * @param kept how many lines stay in memory
     */
    public static Ledger open(@Nullable Path path, boolean synced, int kept) throws IOException {
        FileChannel file = path == null
                ? null
                : FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        return new Ledger(file, synced, kept);
    }

    /**
     * Appends a line: its number, the time, and these members.
     *
     * @return the line's number
     */
    public synchronized long record(Map<String, Object> members) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("index", last + 1);
        line.put("at", Instant.now().toString());
        line.putAll(members);
        String text = Json.write(line);
        append(text);
        last++;
        lines.addLast(text);
        if (lines.size() > kept) {
            lines.removeFirst();
            dropped = last - lines.size();
        }
        tally.count(members);
        return last;
    }

    /**
     * The lines after a number, oldest first; of those before the last {@link #forget} none.
     *
     * @throws IllegalArgumentException when memory had no room for the first of them
     */
    public synchronized List<String> after(long index, int limit) {
        if (index < dropped) {
            throw new IllegalArgumentException("lines up to " + dropped + " are in the file only");
        }
        List<String> found = new ArrayList<>();
        long at = last - lines.size() + 1;
        for (String line : lines) {
            if (at > index && found.size() < limit) {
                found.add(line);
            }
            at++;
        }
        return found;
    }

    public synchronized long last() {
        return last;
    }

    /** By callback data, how often a message with it was accepted, refused and met with a fault. */
    public synchronized Map<String, Object> counts() {
        return tally.byCallbackData();
    }

    /** The sums over everything. */
    public synchronized Map<String, Object> totals() {
        return tally.totals();
    }

    /** Forgets lines and counts; the file stays, and so does the numbering. */
    public synchronized void forget() {
        record(Json.members("kind", "reset"));
        tally.clear();
        lines.clear();
        dropped = 0;
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void append(String text) {
        if (file == null) {
            return;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            if (synced) {
                file.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
