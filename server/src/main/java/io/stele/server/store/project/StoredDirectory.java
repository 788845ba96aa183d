package io.stele.server.store.project;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.App;
import io.stele.core.project.AppId;
import io.stele.core.project.Project;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Answers from memory: each project's holdings are read whole, and again after five seconds, when this node changed them, and before this
 * says that something is not there.
 */
@Singleton
final class StoredDirectory implements Directory {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final String SANDBOX = "sandbox";
    private static final int DIGITS_OF_AN_ID = 15;

    private final Database database;
    private final Projects projects;
    private final Senders senders;
    private final Endpoints endpoints;
    private final Apps apps;
    private final KsuidGenerator ids;
    private final InstantSource clock;
    private final ShortMemory<ProjectId, Holdings> memory;

    StoredDirectory(
            Database database,
            Projects projects,
            Senders senders,
            Endpoints endpoints,
            Apps apps,
            KsuidGenerator ids,
            InstantSource clock) {
        this.database = database;
        this.projects = projects;
        this.senders = senders;
        this.endpoints = endpoints;
        this.apps = apps;
        this.ids = ids;
        this.clock = clock;
        this.memory = new ShortMemory<>(clock, REMEMBERED);
    }

    @Override
    public void refresh(ProjectId project) {
        memory.forget(project);
    }

    @Override
    public Optional<Project> project(ProjectId id) {
        return holdings(id).map(Holdings::project);
    }

    @Override
    public List<Sender> senders(Scope scope) {
        return holdings(scope.project()).map(held -> held.senders(scope.mode())).orElse(List.of());
    }

    @Override
    public Optional<Sender> sender(Scope scope, SenderId id) {
        return find(scope, held -> held.senders(scope.mode()).stream()
                .filter(sender -> sender.id().equals(id))
                .findFirst());
    }

    @Override
    public Optional<Sender> defaultSender(Scope scope) {
        return find(scope, held -> held.senders(scope.mode()).stream()
                .filter(Sender::isDefault)
                .findFirst());
    }

    @Override
    public List<Endpoint> endpoints(Scope scope) {
        return holdings(scope.project()).map(held -> held.endpoints(scope.mode())).orElse(List.of());
    }

    @Override
    public Optional<Endpoint> endpoint(Scope scope, EndpointId id) {
        return find(scope, held -> held.endpoints(scope.mode()).stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst());
    }

    @Override
    public Optional<Endpoint> endpoint(Scope scope, Channel channel, Address address) {
        return find(scope, held -> held.endpoints(scope.mode()).stream()
                .filter(endpoint -> endpoint.channel() == channel && endpoint.address().equals(address))
                .findFirst());
    }

    @Override
    public Optional<Endpoint> whatsAppNumber(Scope scope, String phoneNumberId) {
        return find(scope, held -> held.whatsAppNumber(scope.mode(), phoneNumberId).filter(Endpoint::isConnected))
                .or(() -> holdings(scope.project()).flatMap(held -> held.whatsAppNumber(scope.mode(), phoneNumberId)));
    }

    @Override
    public List<App> apps(Scope scope) {
        return holdings(scope.project()).map(held -> held.apps(scope.mode())).orElse(List.of());
    }

    @Override
    public Optional<App> app(Scope scope, AppId id) {
        return find(scope, held -> held.apps(scope.mode()).stream()
                .filter(app -> app.id().equals(id))
                .findFirst());
    }

    @Override
    public Endpoint endpointOrSandbox(Scope scope, Channel channel, Address address, AppId app) {
        Optional<Endpoint> known = endpoint(scope, channel, address);
        while (known.isEmpty()) {
            // None is inserted when another made it first, or when the phone number id is taken; either way, look again.
            insertUnlessThere(sandboxEndpoint(scope, channel, address, app));
            refresh(scope.project());
            known = endpoint(scope, channel, address);
        }
        return known.get();
    }

    private Endpoint sandboxEndpoint(Scope scope, Channel channel, Address address, AppId app) {
        return new Endpoint(
                new EndpointId(ids.next()),
                scope,
                null,
                app,
                channel,
                address,
                SANDBOX,
                channel == Channel.WHATSAPP ? new Endpoint.WhatsAppNumber(randomDigits(), businessAccount(scope)) : null,
                address.value(),
                clock.instant());
    }

    /** The scope's business account; a new one when it has none. */
    private String businessAccount(Scope scope) {
        return endpoints(scope).stream()
                .map(Endpoint::whatsapp)
                .filter(Objects::nonNull)
                .map(Endpoint.WhatsAppNumber::businessAccountId)
                .findFirst()
                .orElseGet(StoredDirectory::randomDigits);
    }

    private static String randomDigits() {
        RandomGenerator random = RandomGenerator.getDefault();
        return random.ints(DIGITS_OF_AN_ID, 1, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }

    private void insertUnlessThere(Endpoint endpoint) {
        database.write(session -> NewEndpoints.insert(session, endpoint));
    }

    /** What is found in memory, else what is there now. */
    private <T> Optional<T> find(Scope scope, Function<Holdings, Optional<T>> search) {
        return memory.search(scope.project(), this::read, search);
    }

    private Optional<Holdings> holdings(ProjectId project) {
        return memory.get(project, this::read);
    }

    private Optional<Holdings> read(ProjectId project) {
        return database.read(_ -> projects.findById(project.value())
                .map(row -> new Holdings(
                        row.project(),
                        senders.findByProjectIdOrderByCreatedAtAndId(project.value()).stream()
                                .map(SenderRow::sender)
                                .toList(),
                        endpoints.findByProjectIdOrderByCreatedAtAndId(project.value()).stream()
                                .map(EndpointRow::endpoint)
                                .toList(),
                        apps.findByProjectIdOrderById(project.value()).stream()
                                .map(AppRow::app)
                                .toList())));
    }
}
