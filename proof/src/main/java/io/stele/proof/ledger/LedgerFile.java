package io.stele.proof.ledger;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A ledger as it stands in its file, whoever writes it. */
public record LedgerFile(Path path) {

    /** The whole lines, oldest first: another may be on its way. */
    public List<Members> lines() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            String text = Files.readString(path);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(line -> Members.of(Json.read(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
