package io.stele.server.store.project;

import io.stele.core.channel.Endpoint;
import io.stele.core.channel.Sender;
import io.stele.core.project.App;
import io.stele.core.project.Mode;
import io.stele.core.project.Project;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A project with all that it has, as it was at one moment. */
record Holdings(Project project, List<Sender> senders, List<Endpoint> endpoints, List<App> apps) {

    List<Sender> senders(Mode mode) {
        return senders.stream().filter(sender -> sender.scope().mode() == mode).toList();
    }

    List<Endpoint> endpoints(Mode mode) {
        return endpoints.stream().filter(endpoint -> endpoint.scope().mode() == mode).toList();
    }

    /** The connected one of this id, else the newest that has been disconnected. */
    Optional<Endpoint> whatsAppNumber(Mode mode, String phoneNumberId) {
        return endpoints(mode).stream()
                .filter(endpoint -> endpoint.whatsAppNumber()
                        .filter(number -> number.phoneNumberId().equals(phoneNumberId))
                        .isPresent())
                .max(Comparator.comparing(
                        endpoint -> Objects.requireNonNullElse(endpoint.disconnectedAt(), Instant.MAX)));
    }

    List<App> apps(Mode mode) {
        return apps.stream().filter(app -> app.mode() == mode).toList();
    }
}
