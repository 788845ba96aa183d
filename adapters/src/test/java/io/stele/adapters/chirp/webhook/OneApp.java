package io.stele.adapters.chirp.webhook;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.example.FixedDirectory;
import io.stele.core.project.App;
import io.stele.core.project.AppId;
import io.stele.core.project.Project;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.util.List;
import java.util.Optional;

/** A directory in which there is one app and nothing else. */
final class OneApp implements Directory {

    private final Directory nothing = new FixedDirectory(List.of(), List.of());
    private final App app;

    OneApp(App app) {
        this.app = app;
    }

    @Override
    public List<App> apps(Scope scope) {
        return scope.equals(new Scope(app.project(), app.mode())) ? List.of(app) : List.of();
    }

    @Override
    public Optional<App> app(Scope scope, AppId id) {
        return apps(scope).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public void refresh(ProjectId project) {
        nothing.refresh(project);
    }

    @Override
    public Optional<Project> project(ProjectId id) {
        return nothing.project(id);
    }

    @Override
    public List<Sender> senders(Scope scope) {
        return nothing.senders(scope);
    }

    @Override
    public Optional<Sender> sender(Scope scope, SenderId id) {
        return nothing.sender(scope, id);
    }

    @Override
    public Optional<Sender> defaultSender(Scope scope) {
        return nothing.defaultSender(scope);
    }

    @Override
    public List<Endpoint> endpoints(Scope scope) {
        return nothing.endpoints(scope);
    }

    @Override
    public Optional<Endpoint> endpoint(Scope scope, EndpointId id) {
        return nothing.endpoint(scope, id);
    }

    @Override
    public Optional<Endpoint> endpoint(Scope scope, Channel channel, Address address) {
        return nothing.endpoint(scope, channel, address);
    }

    @Override
    public Optional<Endpoint> whatsAppNumber(Scope scope, String phoneNumberId) {
        return nothing.whatsAppNumber(scope, phoneNumberId);
    }

    @Override
    public Endpoint endpointOrSandbox(Scope scope, Channel channel, Address address, AppId id) {
        return nothing.endpointOrSandbox(scope, channel, address, id);
    }
}
