package io.stele.server.api.chirp;

import io.stele.adapters.chirp.ChirpIds;
import io.stele.core.channel.Directory;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.util.Objects;

/** The apps that callers may speak of. */
@Singleton
final class CallersApps {

    private final Directory directory;

    CallersApps(Directory directory) {
        this.directory = directory;
    }

    /** The app that the key belongs to. */
    static ScopedApp own(Principal principal) {
        return new ScopedApp(principal.scope(), Objects.requireNonNull(principal.app(), "only app keys come here"));
    }

    /**
     * An app of the organization, live or test.
     *
     * @throws RejectedException when the organization does not have it
     */
    ScopedApp named(Principal principal, String appId) {
        return ChirpIds.readApp(appId)
                .map(read -> new ScopedApp(new Scope(principal.project(), read.mode()), read.id()))
                .filter(app -> directory.app(app.scope(), app.id()).isPresent())
                .orElseThrow(() -> new RejectedException(new Rejection.NotFound(Rejection.Resource.APP, appId)));
    }
}
