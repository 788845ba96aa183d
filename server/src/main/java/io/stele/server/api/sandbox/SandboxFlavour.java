package io.stele.server.api.sandbox;

import io.stele.server.http.AnyKeyFlavour;
import jakarta.inject.Singleton;

/** Speaks for the sandbox's paths. */
@Singleton
final class SandboxFlavour extends AnyKeyFlavour {

    SandboxFlavour() {
        super(6, "sandbox");
    }
}
