package io.stele.server.store.project;

import io.stele.core.channel.Endpoint;
import io.stele.core.channel.Sender;
import io.stele.core.project.App;
import io.stele.core.project.Mode;
import io.stele.core.project.Project;
import java.util.List;

/** A project with all that it has, as it was at one moment. */
record Holdings(Project project, List<Sender> senders, List<Endpoint> endpoints, List<App> apps) {

    List<Sender> senders(Mode mode) {
        return senders.stream().filter(sender -> sender.scope().mode() == mode).toList();
    }

    List<Endpoint> endpoints(Mode mode) {
        return endpoints.stream().filter(endpoint -> endpoint.scope().mode() == mode).toList();
    }

    List<App> apps(Mode mode) {
        return apps.stream().filter(app -> app.mode() == mode).toList();
    }
}
