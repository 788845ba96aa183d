package io.stele.core.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever presented a valid key.
 *
 * @param keyId names the key without revealing it
 * @param app the app that a Chirp app key belongs to; null for every other kind
 */
public record Principal(UUID keyId, ProjectId project, Mode mode, KeyKind kind, @Nullable AppId app) {

    /** What this principal can reach with its own mode. */
    public Scope scope() {
        return new Scope(project, mode);
    }
}
