package io.stele.server.matrix;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A message and how it shows: written through one API (or by a customer), read through all three.
 *
 * @param through {@code zavu}, {@code kapso}, {@code chirp}, {@code chirp-template} or {@code inbound}
 * @param body what is written, with names for what differs from run to run: {@code $customer}, {@code $digits}, {@code $number},
 *     {@code $numberDigits}, {@code $inbound} (an earlier message, by its id in the API at hand), {@code $inboundWamid}
 */
public record MatrixCase(String name, String through, JsonNode body, JsonNode zavu, JsonNode kapso, JsonNode chirp) {

    /** All cases there are: a file each under {@code matrix/}. */
    public static Stream<MatrixCase> all() {
        Path folder = Path.of("src/test/resources/matrix");
        try (Stream<Path> files = Files.list(folder)) {
            List<MatrixCase> cases = files.sorted().map(MatrixCase::read).toList();
            if (cases.isEmpty()) {
                throw new IllegalStateException("no cases in " + folder);
            }
            return cases.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MatrixCase read(Path file) {
        try {
            JsonNode json = Http.parse(Files.readString(file));
            return new MatrixCase(
                    file.getFileName().toString().replace(".json", ""),
                    member(json, "through").getStringValue(),
                    member(json, "body"),
                    member(json, "zavu"),
                    member(json, "kapso"),
                    member(json, "chirp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode member(JsonNode json, String name) {
        return Objects.requireNonNull(json.get(name), name);
    }

    @Override
    public String toString() {
        return name;
    }
}
