package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.server.start.Embedded;
import io.stele.server.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2TraceTest {

    /** H2 would write the statement with its values there. */
    @Test
    void noStatementThatFailsIsKeptInAFile(@TempDir Path directory) throws IOException {
        try (TestStore store = TestStore.open(Embedded.in(directory), "stele", "stele")) {
            assertThatThrownBy(() -> store.database().read(session ->
                            session.list(row -> row.text("mode"), "select mode from message where project_id = cast(? as uuid)", "secret words")))
                    .isInstanceOf(StoreException.class);
        }

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("stele.mv.db");
        }
    }
}
