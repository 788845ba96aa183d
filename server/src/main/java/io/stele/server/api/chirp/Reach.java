package io.stele.server.api.chirp;

import io.stele.adapters.chirp.ChirpIds;
import io.stele.core.channel.EndpointId;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows. An admin key lists what is live, or, when an app or a number is named, what is of that in its own mode. An app
 * key lists its own app's.
 *
 * @param app the app whose numbers count; null when all do
 * @param number the only number that counts; null when all do
 */
record Reach(Scope scope, @Nullable AppId app, @Nullable EndpointId number) {

    /** @return empty when what the caller names does not belong to the key, or not together, so that nothing is shown */
    static Optional<Reach> of(
            Principal principal, Optional<ChirpIds.Read<AppId>> app, Optional<ChirpIds.Read<EndpointId>> number) {
        AppId own = principal.app();
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        app.ifPresent(read -> modes.add(read.mode()));
        number.ifPresent(read -> modes.add(read.mode()));
        if (own != null || modes.isEmpty()) {
            modes.add(principal.mode());
        }
        boolean isOthers = own != null && app.isPresent() && !app.get().id().equals(own);
        if (isOthers || modes.size() > 1) {
            return Optional.empty();
        }
        return Optional.of(new Reach(
                new Scope(principal.project(), modes.iterator().next()),
                app.map(ChirpIds.Read::id).orElse(own),
                number.map(ChirpIds.Read::id).orElse(null)));
    }
}
