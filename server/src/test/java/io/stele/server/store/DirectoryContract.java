package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.address.ChatId;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.founding.ProjectStore;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.ApiKey;
import io.stele.core.project.ApiKeys;
import io.stele.core.project.App;
import io.stele.core.project.AppId;
import io.stele.core.project.KeyKind;
import io.stele.core.project.Mode;
import io.stele.core.project.NewKey;
import io.stele.core.project.Principal;
import io.stele.core.project.Project;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link ProjectStore}, {@link Directory} and {@link ApiKeys}: what is written of a project is found, and only by its own. */
public abstract class DirectoryContract extends StoreContract {

    private static final Instant THEN = Instant.parse("2026-01-05T10:11:12.345678Z");

    private Directory directory;
    private ProjectStore projects;
    private KsuidGenerator ids;

    protected DirectoryContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        directory = store.get(Directory.class);
        projects = store.get(ProjectStore.class);
        ids = store.get(KsuidGenerator.class);
    }

    private ProjectStore.Founding founding(String phoneNumberId, String hash) {
        Project project = new Project(new ProjectId(UUID.randomUUID()), "Project", THEN);
        Scope scope = new Scope(project.id(), Mode.LIVE);
        App app = new App(new AppId(ids.next()), project.id(), Mode.LIVE, "default", "App", THEN);
        Sender first = new Sender(new SenderId(UUID.randomUUID()), scope, "First", false, THEN);
        Sender second = new Sender(new SenderId(UUID.randomUUID()), scope, "Second", true, THEN.plusSeconds(1));
        Endpoint whatsApp = new Endpoint(
                new EndpointId(ids.next()), scope, second.id(), app.id(), Channel.WHATSAPP,
                new PhoneNumber("+15550100002"), "sandbox", new Endpoint.WhatsAppNumber(phoneNumberId, "waba"), "Number", THEN);
        Endpoint telegram = new Endpoint(
                new EndpointId(ids.next()), scope, null, null, Channel.TELEGRAM, new ChatId("-100"), "sandbox", null, "Chat", THEN.plusSeconds(1));
        NewKey key = new NewKey(UUID.randomUUID(), KeyKind.CHIRP_APP, Mode.LIVE, app.id(), "Key", hash);
        return new ProjectStore.Founding(project, List.of(app), List.of(first, second), List.of(whatsApp, telegram), List.of(key));
    }

    @Test
    void whatAnotherNodeHasMadeIsFoundAtOnce() {
        Scope scope = tenant.live();
        Endpoint number = tenant.whatsApp();
        directory.endpoints(scope);
        store.run("update endpoint set address = '+15550100777', phone_number_id = '777', connected_number_id = '777' where address = '"
                + number.address().value() + "' and channel = 'WHATSAPP' and mode = 'LIVE'");

        assertThat(directory.endpoint(scope, Channel.WHATSAPP, new PhoneNumber("+15550100777")))
                .map(Endpoint::id)
                .contains(number.id());
        directory.refresh(scope.project());
        directory.endpoints(scope);
        store.run("update endpoint set phone_number_id = '778', connected_number_id = '778' where phone_number_id = '777'");

        assertThat(directory.whatsAppNumber(scope, "778")).map(Endpoint::id).contains(number.id());
    }

    @Test
    void aStoreIsEmptyUntilTheFirstProject() {
        store.erase();
        assertThat(projects.isEmpty()).isTrue();

        projects.found(founding("pn-1", "hash-1"));

        assertThat(projects.isEmpty()).isFalse();
    }

    @Test
    void everythingThatAProjectStartsWithIsFoundAsItWasWritten() {
        ProjectStore.Founding founding = founding("pn-1", "hash-1");
        projects.found(founding);
        Scope scope = new Scope(founding.project().id(), Mode.LIVE);
        Endpoint whatsApp = founding.endpoints().getFirst();

        assertThat(directory.project(founding.project().id())).contains(founding.project());
        assertThat(directory.senders(scope)).isEqualTo(founding.senders());
        assertThat(directory.sender(scope, founding.senders().getFirst().id())).contains(founding.senders().getFirst());
        assertThat(directory.defaultSender(scope)).contains(founding.senders().getLast());
        assertThat(directory.endpoints(scope)).isEqualTo(founding.endpoints());
        assertThat(directory.endpoint(scope, whatsApp.id())).contains(whatsApp);
        assertThat(directory.endpoint(scope, Channel.WHATSAPP, whatsApp.address())).contains(whatsApp);
        assertThat(directory.whatsAppNumber(scope, "pn-1")).contains(whatsApp);
        assertThat(directory.apps(scope)).isEqualTo(founding.apps());
        assertThat(directory.app(scope, founding.apps().getFirst().id())).contains(founding.apps().getFirst());
    }

    @Test
    void anotherScopeFindsNothingOfIt() {
        ProjectStore.Founding founding = founding("pn-1", "hash-1");
        projects.found(founding);
        Endpoint whatsApp = founding.endpoints().getFirst();

        assertThat(Stream.of(new Scope(founding.project().id(), Mode.TEST), tenant.live(), new Scope(new ProjectId(UUID.randomUUID()), Mode.LIVE)))
                .allSatisfy(other -> {
                    assertThat(directory.sender(other, founding.senders().getFirst().id())).isEmpty();
                    assertThat(directory.endpoint(other, whatsApp.id())).isEmpty();
                    assertThat(directory.endpoint(other, Channel.WHATSAPP, whatsApp.address())).isEmpty();
                    assertThat(directory.whatsAppNumber(other, "pn-1")).isEmpty();
                    assertThat(directory.app(other, founding.apps().getFirst().id())).isEmpty();
                    assertThat(directory.endpoints(other)).doesNotContainAnyElementsOf(founding.endpoints());
                });
    }

    @Test
    void aPhoneNumberIdOfAnotherProjectIsTakenAndNothingIsWritten() {
        projects.found(founding("pn-1", "hash-1"));
        ProjectStore.Founding second = founding("pn-1", "hash-2");

        assertThatThrownBy(() -> projects.found(second)).isInstanceOf(ProjectStore.AlreadyTaken.class);

        assertThat(directory.project(second.project().id())).isEmpty();
        assertThat(store.get(ApiKeys.class).owner("hash-2")).isEmpty();
    }

    @Test
    void aKeyOfAnotherProjectIsTakenAndNothingIsWritten() {
        projects.found(founding("pn-1", "hash-1"));
        ProjectStore.Founding second = founding("pn-2", "hash-1");

        assertThatThrownBy(() -> projects.found(second)).isInstanceOf(ProjectStore.AlreadyTaken.class);

        assertThat(directory.project(second.project().id())).isEmpty();
    }

    @Test
    void aKeyIsFoundByItsHash() {
        ProjectStore.Founding founding = founding("pn-1", "hash-1");
        projects.found(founding);
        NewKey key = founding.keys().getFirst();

        assertThat(store.get(ApiKeys.class).owner("hash-1"))
                .contains(new Principal(key.id(), founding.project().id(), Mode.LIVE, KeyKind.CHIRP_APP, key.app()));
        assertThat(store.get(ApiKeys.class).owner(new ApiKey("another").hash())).isEmpty();
    }

    @Test
    void aKeyThatWasUnknownIsFoundAsSoonAsItIsThere() {
        ApiKeys keys = store.get(ApiKeys.class);
        assertThat(keys.owner("hash-late")).isEmpty();

        projects.found(founding("pn-1", "hash-late"));

        assertThat(keys.owner("hash-late")).isPresent();
    }

    @Test
    void aKeyThatAnotherNodeRemovedIsForgottenWithinSeconds() {
        ApiKeys keys = store.get(ApiKeys.class);
        projects.found(founding("pn-1", "hash-gone"));
        assertThat(keys.owner("hash-gone")).isPresent();
        store.run("delete from api_key where hash = 'hash-gone'");

        store.clock().advance(Duration.ofSeconds(5));

        assertThat(keys.owner("hash-gone")).isEmpty();
    }

    @Test
    void whatAnotherNodeChangedShowsWithinSeconds() {
        assertThat(directory.defaultSender(tenant.live()).orElseThrow().name()).isEqualTo("Acme");
        store.run("update sender set name = 'Renamed'");

        store.clock().advance(Duration.ofSeconds(5));

        assertThat(directory.defaultSender(tenant.live()).orElseThrow().name()).isEqualTo("Renamed");
    }

    @Test
    void anUnknownAddressIsGivenASandboxEndpointOnce() {
        AppId app = directory.apps(tenant.live()).getFirst().id();
        PhoneNumber address = new PhoneNumber("+15550100099");

        Endpoint made = directory.endpointOrSandbox(tenant.live(), Channel.WHATSAPP, address, app);

        assertThat(made.connector()).isEqualTo("sandbox");
        assertThat(made.app()).isEqualTo(app);
        assertThat(made.whatsAppNumber().orElseThrow().businessAccountId()).isEqualTo("waba-1");
        assertThat(directory.endpointOrSandbox(tenant.live(), Channel.WHATSAPP, address, app)).isEqualTo(made);
        assertThat(directory.whatsAppNumber(tenant.live(), made.whatsAppNumber().orElseThrow().phoneNumberId())).contains(made);
    }

    @Test
    void aKnownAddressKeepsItsEndpoint() {
        AppId app = directory.apps(tenant.live()).getFirst().id();

        assertThat(directory.endpointOrSandbox(tenant.live(), Channel.WHATSAPP, tenant.whatsApp().address(), app))
                .isEqualTo(tenant.whatsApp());
    }

    @Test
    void ofManyWhoAskForAnUnknownAddressAtOnceOneMakesIt() {
        AppId app = directory.apps(tenant.live()).getFirst().id();
        PhoneNumber address = new PhoneNumber("+15550100098");

        List<Endpoint> answers = Together.times(16, () -> directory.endpointOrSandbox(tenant.live(), Channel.SMS, address, app));

        assertThat(answers).hasSize(16).containsOnly(answers.getFirst());
        assertThat(answers.getFirst().whatsapp()).isNull();
    }
}
