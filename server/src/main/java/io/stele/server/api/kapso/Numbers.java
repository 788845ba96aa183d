package io.stele.server.api.kapso;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The WhatsApp numbers of a project, by Meta's ids. */
@Singleton
final class Numbers {

    /** No endpoint has it: it was made before there were any. */
    private static final EndpointId NOBODY = new EndpointId(new Ksuid(0, 0, 0));

    private final Directory directory;

    Numbers(Directory directory) {
        this.directory = directory;
    }

    /** @throws RejectedException when the project has no such number */
    Endpoint number(Principal principal, String phoneNumberId) {
        return directory
                .whatsAppNumber(principal.scope(), phoneNumberId)
                .orElseThrow(() -> notFound(phoneNumberId));
    }

    /** @throws RejectedException when the project has no such number that is connected */
    Endpoint connected(Principal principal, String phoneNumberId) {
        return Optional.of(number(principal, phoneNumberId))
                .filter(Endpoint::isConnected)
                .orElseThrow(() -> notFound(phoneNumberId));
    }

    private static RejectedException notFound(String phoneNumberId) {
        return new RejectedException(new Rejection.NotFound(Rejection.Resource.ENDPOINT, phoneNumberId));
    }

    /** The number that a list is narrowed to; one that the project does not have narrows it to nothing. */
    EndpointId narrowing(Principal principal, String phoneNumberId) {
        return directory
                .whatsAppNumber(principal.scope(), phoneNumberId)
                .map(Endpoint::id)
                .orElse(NOBODY);
    }

    /** Meta's id of the number; null when it has none. */
    @Nullable String id(Scope scope, EndpointId endpoint) {
        return directory
                .endpoint(scope, endpoint)
                .flatMap(Endpoint::whatsAppNumber)
                .map(Endpoint.WhatsAppNumber::phoneNumberId)
                .orElse(null);
    }

    /** All that are connected, oldest first. */
    List<Endpoint> all(Principal principal) {
        return directory.endpoints(principal.scope()).stream()
                .filter(endpoint -> endpoint.channel() == Channel.WHATSAPP)
                .filter(endpoint -> endpoint.whatsapp() != null && endpoint.isConnected())
                .toList();
    }
}
