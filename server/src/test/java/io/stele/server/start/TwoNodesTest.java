package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.OnPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that meet on an empty database. */
class TwoNodesTest implements OnPostgres {

    @Test
    void startAtOnceOnOneEmptyDatabaseAndMakeOneProject(@TempDir Path directory) throws Exception {
        Map<String, String> environment = new HashMap<>(database(directory));
        environment.put("STELE_PORT", "0");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream shared = new PrintStream(out, true, StandardCharsets.UTF_8);
        Callable<SteleServer> node = () -> SteleServer.start(environment, directory, shared);

        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (Future<SteleServer> started : nodes.invokeAll(List.of(node, node))) {
                started.get().close();
            }
        }

        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(told).containsOnlyOnce("Try it:").containsOnlyOnce("Default project (");
        assertThat(count(told, "Zavu test key")).isEqualTo(1 + count(told, "The keys above open nothing"));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
