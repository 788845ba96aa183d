package io.stele.server.api.chirp;

import io.stele.adapters.chirp.ChirpIds;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows. An admin key lists what is live, or, when an app is named, what is of that app in its own mode. An app key
 * lists its own app's.
 *
 * @param app the app whose numbers count; null when all do
 */
record Reach(Scope scope, @Nullable AppId app) {

    /** @return empty when the caller names an app that the key does not belong to, of which nothing is shown */
    static Optional<Reach> of(Principal principal, Optional<ChirpIds.Read<AppId>> named) {
        AppId own = principal.app();
        if (own == null) {
            Mode mode = named.map(ChirpIds.Read::mode).orElse(principal.mode());
            return Optional.of(new Reach(
                    new Scope(principal.project(), mode), named.map(ChirpIds.Read::id).orElse(null)));
        }
        boolean others = named.isPresent()
                && !(named.get().id().equals(own) && named.get().mode() == principal.mode());
        return others ? Optional.empty() : Optional.of(new Reach(principal.scope(), own));
    }
}
