package io.stele.proof.ledger;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger as it stands in its file, whoever writes it. */
public record LedgerFile(Path path) {

    private static final int PIECE = 1024 * 1024;

    /**
     * The whole lines, oldest first: another may be on its way. None is kept here, since after half an hour of load they are more than fits into memory.
     *
     * @param line is told each
     */
    public void forEach(Consumer<Members> line) {
        if (!Files.exists(path)) {
            return;
        }
        try (InputStream input = Files.newInputStream(path)) {
            ByteArrayOutputStream begun = new ByteArrayOutputStream();
            byte[] piece = new byte[PIECE];
            for (int length = input.read(piece); length >= 0; length = input.read(piece)) {
                int start = 0;
                for (int i = 0; i < length; i++) {
                    if (piece[i] == '\n') {
                        begun.write(piece, start, i - start);
                        line.accept(Json.readMembers(begun.toByteArray()));
                        begun.reset();
                        start = i + 1;
                    }
                }
                begun.write(piece, start, length - start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line, once it is whole. */
    public Optional<Members> first() {
        List<Members> lines = new ArrayList<>();
        forEach(lines::add);
        return lines.stream().findFirst();
    }
}
