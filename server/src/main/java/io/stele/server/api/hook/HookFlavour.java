package io.stele.server.api.hook;

import io.stele.server.http.OpenFlavour;
import jakarta.inject.Singleton;

/** Speaks for the paths to which providers post. Whoever knows the address may ask; a signature decides. */
@Singleton
final class HookFlavour extends OpenFlavour {

    HookFlavour() {
        super(7, "hooks");
    }
}
