package io.stele.core.example;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.project.App;
import io.stele.core.project.AppId;
import io.stele.core.project.Project;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.util.List;
import java.util.Optional;

/** The example project's directory, with these senders and endpoints and nothing else. */
public final class FixedDirectory implements Directory {

    private final List<Sender> senders;
    private final List<Endpoint> endpoints;

    public FixedDirectory(List<Sender> senders, List<Endpoint> endpoints) {
        this.senders = List.copyOf(senders);
        this.endpoints = List.copyOf(endpoints);
    }

    /** The example sender with these endpoints. */
    public static FixedDirectory of(Endpoint... endpoints) {
        return new FixedDirectory(List.of(Examples.SENDER), List.of(endpoints));
    }

    @Override
    public void refresh(ProjectId project) {}

    @Override
    public Optional<Project> project(ProjectId id) {
        return Optional.of(new Project(id, "Example", Examples.NOW)).filter(each -> id.equals(Examples.SCOPE.project()));
    }

    @Override
    public List<Sender> senders(Scope scope) {
        return senders.stream().filter(sender -> sender.scope().equals(scope)).toList();
    }

    @Override
    public Optional<Sender> sender(Scope scope, SenderId id) {
        return senders(scope).stream().filter(sender -> sender.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Sender> defaultSender(Scope scope) {
        return senders(scope).stream().filter(Sender::isDefault).findFirst();
    }

    @Override
    public List<Endpoint> endpoints(Scope scope) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.scope().equals(scope))
                .toList();
    }

    @Override
    public Optional<Endpoint> endpoint(Scope scope, EndpointId id) {
        return endpoints(scope).stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Endpoint> endpoint(Scope scope, Channel channel, Address address) {
        return endpoints(scope).stream()
                .filter(endpoint -> endpoint.channel() == channel && endpoint.address().equals(address))
                .findFirst();
    }

    @Override
    public Optional<Endpoint> whatsAppNumber(Scope scope, String phoneNumberId) {
        return endpoints(scope).stream()
                .filter(endpoint -> endpoint.whatsAppNumber()
                        .filter(number -> number.phoneNumberId().equals(phoneNumberId))
                        .isPresent())
                .findFirst();
    }

    @Override
    public List<App> apps(Scope scope) {
        return List.of();
    }

    @Override
    public Optional<App> app(Scope scope, AppId id) {
        return Optional.empty();
    }

    @Override
    public Endpoint endpointOrSandbox(Scope scope, Channel channel, Address address, AppId app) {
        return endpoint(scope, channel, address)
                .orElseThrow(() -> new UnsupportedOperationException("a fixed directory makes nothing"));
    }
}
