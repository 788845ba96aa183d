package io.stele.harness.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What lives in the heap of another Java process, after a collection that this asks for. */
public final class LiveHeap {

    private LiveHeap() {}

    /**
     * The bytes of everything that is reachable.
     *
     * @throws IOException when the process does not tell
     */
    public static long bytes(long pid) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(List.of(jcmd, Long.toString(pid), "GC.class_histogram"))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return total(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The second number of the line {@code Total}. */
    static long total(String histogram) throws IOException {
        String line = histogram
                .lines()
                .filter(each -> each.startsWith("Total"))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IOException("no total in:\n" + histogram));
        return Long.parseLong(line.strip().split("\\s+", -1)[2]);
    }
}
