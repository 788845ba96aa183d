package io.stele.core.channel;

import io.stele.core.address.Address;
import io.stele.core.project.App;
import io.stele.core.project.AppId;
import io.stele.core.project.Project;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What a project has: senders, endpoints and apps. Another scope's are never found. Answers may be some seconds old; but what is there is found,
 * since it is looked for again before an answer says that it is not.
 */
public interface Directory {

    /** Makes the next answers about the project be as things are now, at the cost of reading them. */
    void refresh(ProjectId project);

    Optional<Project> project(ProjectId id);

    /** The scope's senders, oldest first. */
    List<Sender> senders(Scope scope);

    Optional<Sender> sender(Scope scope, SenderId id);

    /** The sender that speaks when a caller names none. */
    Optional<Sender> defaultSender(Scope scope);

    /** The scope's endpoints on all channels, oldest first, also those that are disconnected. */
    List<Endpoint> endpoints(Scope scope);

    Optional<Endpoint> endpoint(Scope scope, EndpointId id);

    Optional<Endpoint> endpoint(Scope scope, Channel channel, Address address);

    /** The WhatsApp endpoint that Meta knows by this id: the connected one, else the newest that has been disconnected. */
    Optional<Endpoint> whatsAppNumber(Scope scope, String phoneNumberId);

    /** The scope's apps, oldest first. */
    List<App> apps(Scope scope);

    Optional<App> app(Scope scope, AppId id);

    /**
     * The endpoint with this address, made on the sandbox connector and assigned to the app when there was none; of two
     * callers at once only one makes it.
     */
    Endpoint endpointOrSandbox(Scope scope, Channel channel, Address address, AppId app);
}
