package io.stele.server.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailStopFilesTest {

    private static final int PLACE = 4;

    @TempDir
    private Path directory;

    private Path path;
    private FileChannel file;

    @BeforeEach
    void open() throws IOException {
        FaultyDisk.install();
        path = directory.resolve("file");
        file = FilePath.get(FailStopFiles.name("faulty:" + path)).open("rw");
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    @Test
    void whatIsWrittenIsInTheFile() throws IOException {
        file.write(bytes("0123456789"), 0);
        file.write(bytes("x"), PLACE);
        file.truncate(6);
        file.force(true);

        assertThat(path).hasContent("0123x5");
    }

    @Test
    void afterAFailureNothingChangesAnyMore() throws IOException {
        file.write(bytes("0123456789"), 0);
        FaultyDisk.failOnce();
        assertThatThrownBy(() -> file.write(bytes("x"), PLACE)).hasMessage("No space left on device");

        assertThat(Stream.<ThrowingCallable>of(
                        () -> file.write(bytes("x"), PLACE),
                        () -> file.write(bytes("x")),
                        () -> file.truncate(PLACE),
                        () -> file.force(true)))
                .allSatisfy(change -> assertThatThrownBy(change)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("an earlier write failed")
                        .hasRootCauseMessage("No space left on device"));
        assertThat(path).hasContent("0123456789");
    }

    @Test
    void afterAFailureItCanStillBeRead() throws IOException {
        file.write(bytes("0123456789"), 0);
        FaultyDisk.failOnce();
        assertThatThrownBy(() -> file.write(bytes("x"), 0)).isInstanceOf(IOException.class);

        ByteBuffer read = ByteBuffer.allocate(2);
        file.read(read, PLACE);

        assertThat(read.array()).isEqualTo("45".getBytes(UTF_8));
        assertThat(file.size()).isEqualTo(Files.size(path));
    }

    @Test
    void anotherOpeningBeginsAnew() throws IOException {
        FaultyDisk.failOnce();
        assertThatThrownBy(() -> file.write(bytes("x"), 0)).isInstanceOf(IOException.class);
        file.close();

        file = FilePath.get(FailStopFiles.name("faulty:" + path)).open("rw");
        file.write(bytes("x"), 0);

        assertThat(path).hasContent("x");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
