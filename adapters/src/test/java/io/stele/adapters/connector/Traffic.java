package io.stele.adapters.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** Whom this process speaks to. */
final class Traffic {

    private Traffic() {}

    /** The addresses to which bytes were written while this was done, each of them as often as it was written to. */
    static List<String> during(Runnable work) {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.SocketWrite").withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            return written(recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> written(Recording recording) throws IOException {
        Path file = Files.createTempFile("traffic", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .map(event -> event.getString("address"))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }
}
