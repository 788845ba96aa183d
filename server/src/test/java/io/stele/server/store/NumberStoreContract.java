package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.connection.NewNumber;
import io.stele.core.connection.NumberChange;
import io.stele.core.connection.NumberStore;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.Event;
import io.stele.core.event.EventLog;
import io.stele.core.event.EventNumbering;
import io.stele.core.event.LoggedEvent;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link NumberStore}, and what {@link Directory} and {@link EndpointSettings} show of what it writes. */
public abstract class NumberStoreContract extends StoreContract {

    private static final Map<String, String> SETTINGS = Map.of("access_token", "token-1", "app_secret", "app-secret-1");

    private NumberStore numbers;
    private Directory directory;
    private EndpointSettings settings;

    protected NumberStoreContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        numbers = store.get(NumberStore.class);
        directory = store.get(Directory.class);
        settings = store.get(EndpointSettings.class);
    }

    private Instant now() {
        return store.clock().instant();
    }

    private static NewNumber number(Scope scope, int n) {
        return new NewNumber(
                scope,
                "whatsapp",
                new PhoneNumber("+1555012%04d".formatted(n)),
                new Endpoint.WhatsAppNumber("700000" + n, "800000", "Acme Support", Endpoint.Quality.GREEN),
                "Support " + n,
                null,
                SETTINGS);
    }

    private NewNumber number(int n) {
        return number(tenant.live(), n);
    }

    private Optional<Endpoint> tried(NewNumber number) {
        return numbers.connect(
                number,
                new EndpointId(store.get(KsuidGenerator.class).next()),
                new SenderId(UUID.randomUUID()),
                now());
    }

    private Endpoint connect(NewNumber number) {
        return tried(number).orElseThrow();
    }

    private Endpoint found(Endpoint endpoint) {
        return directory.endpoint(endpoint.scope(), endpoint.id()).orElseThrow();
    }

    private Sender defaultSender() {
        return directory.defaultSender(tenant.live()).orElseThrow();
    }

    private List<Event> events() {
        store.get(EventNumbering.class).number();
        return store.get(EventLog.class).after(tenant.live(), 0, 100).stream()
                .map(LoggedEvent::event)
                .toList();
    }

    @Test
    void aConnectedNumberIsFoundWithItsSettingsAndToldInTheLog() {
        Endpoint connected = connect(number(1));

        assertThat(found(connected)).isEqualTo(connected);
        assertThat(directory.whatsAppNumber(tenant.live(), "7000001")).contains(connected);
        assertThat(numbers.connected("7000001")).contains(connected);
        assertThat(connected.isConnected()).isTrue();
        assertThat(connected.connector()).isEqualTo("whatsapp");
        assertThat(connected.whatsapp()).isEqualTo(number(1).number());
        assertThat(connected.app()).isEqualTo(directory.apps(tenant.live()).getFirst().id());
        assertThat(settings.of(connected)).isEqualTo(SETTINGS);
        assertThat(events()).containsExactly(new EndpointConnected(connected.id()));
    }

    @Test
    void noSettingIsKeptInClear() {
        connect(number(1));

        assertThat(store.column("select sealed from endpoint_setting"))
                .hasSize(2)
                .noneMatch(sealed -> sealed.contains("token-1") || sealed.contains("app-secret-1"));
    }

    @Test
    void aSealedSettingIsWorthNothingAtAnotherEndpoint() {
        Endpoint first = connect(number(1));
        Endpoint second = connect(number(2));
        store.run("update endpoint_setting e set sealed = (select o.sealed from endpoint_setting o"
                + " where o.name = e.name and o.endpoint_id <> e.endpoint_id)");

        assertThatThrownBy(() -> settings.of(first)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> settings.of(second)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFirstNumberTakesTheSandboxesPlaceInTheDefaultSender() {
        Endpoint sandbox = tenant.whatsApp();

        Endpoint connected = connect(number(1));

        assertThat(connected.sender()).isEqualTo(defaultSender().id());
        assertThat(found(sandbox).sender()).isNull();
        assertThat(found(sandbox).isConnected()).isTrue();
        assertThat(directory.senders(tenant.live())).hasSize(1);
        assertThat(tenant.endpoint(Channel.SMS).sender()).isEqualTo(defaultSender().id());
    }

    @Test
    void furtherNumbersGetSendersOfTheirOwn() {
        Endpoint first = connect(number(1));
        Endpoint second = connect(number(2));

        SenderId own = Objects.requireNonNull(second.sender());
        assertThat(found(first).sender()).isEqualTo(defaultSender().id());
        assertThat(own).isNotEqualTo(defaultSender().id());
        Sender sender = directory.sender(tenant.live(), own).orElseThrow();
        assertThat(sender.name()).isEqualTo("Support 2");
        assertThat(sender.isDefault()).isFalse();
    }

    @Test
    void ofTwoFirstNumbersAtOnceOneTakesTheSandboxesPlace() {
        List<Endpoint> connected = Together.all(List.of(() -> connect(number(1)), () -> connect(number(2))));

        assertThat(connected)
                .extracting(endpoint -> defaultSender().id().equals(endpoint.sender()))
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aNumberThatIsConnectedCannotBeConnectedAgainNeitherHereNorInAnotherProject() {
        Endpoint connected = connect(number(1));
        Tenant other = Tenant.found(store);

        assertThat(tried(number(1))).isEmpty();
        assertThat(tried(number(other.live(), 1))).isEmpty();

        assertThat(directory.endpoints(other.live())).allMatch(endpoint -> endpoint.connector().equals("sandbox"));
        assertThat(settings.of(connected)).isEqualTo(SETTINGS);
        assertThat(events()).hasSize(1);
    }

    @Test
    void anotherNumberWithTheSameAddressIsRefusedInTheSameProjectOnly() {
        connect(number(1));
        NewNumber other = number(2);
        NewNumber sameAddress = new NewNumber(
                other.scope(), "whatsapp", number(1).address(), other.number(), "Other", null, SETTINGS);

        assertThat(tried(sameAddress)).isEmpty();
    }

    @Test
    void ofManyWhoConnectOneNumberAtOnceOneWins() {
        Tenant other = Tenant.found(store);

        List<Optional<Endpoint>> answers = Together.all(List.of(
                () -> tried(number(1)),
                () -> tried(number(other.live(), 1)),
                () -> tried(number(1)),
                () -> tried(number(other.live(), 1))));

        assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(store.number("select count(*) from endpoint where connected_number_id = '7000001'")).isEqualTo(1);
        assertThat(store.number("select count(*) from endpoint_setting")).isEqualTo(2);
    }

    @Test
    void theSandboxesEndpointWithTheSameAddressBecomesTheRealOne() {
        Endpoint sandbox = tenant.whatsApp();
        NewNumber wanted = new NewNumber(
                tenant.live(),
                "whatsapp",
                (PhoneNumber) sandbox.address(),
                number(1).number(),
                "Real",
                null,
                SETTINGS);

        Endpoint connected = connect(wanted);

        assertThat(connected.id()).isEqualTo(sandbox.id());
        assertThat(connected.connector()).isEqualTo("whatsapp");
        assertThat(connected.sender()).isEqualTo(sandbox.sender());
        assertThat(directory.whatsAppNumber(tenant.live(), "7000001")).contains(connected);
    }

    @Test
    void aDisconnectedNumberCanBeReadButHasNoSettings() {
        Endpoint connected = connect(number(1));
        assertThat(settings.of(connected)).isNotEmpty();
        store.clock().advance(Duration.ofMinutes(1));

        assertThat(numbers.disconnect(connected, now())).isTrue();

        Endpoint gone = found(connected);
        assertThat(gone.disconnectedAt()).isEqualTo(now());
        assertThat(gone.updatedAt()).isEqualTo(now());
        assertThat(gone.sender()).isEqualTo(defaultSender().id());
        assertThat(directory.whatsAppNumber(tenant.live(), "7000001")).contains(gone);
        assertThat(numbers.connected("7000001")).isEmpty();
        assertThat(settings.of(gone)).isEmpty();
        assertThat(store.number("select count(*) from endpoint_setting")).isZero();
        assertThat(events())
                .containsExactly(new EndpointConnected(gone.id()), new EndpointDisconnected(gone.id()));
    }

    @Test
    void disconnectingTwiceIsToldOnce() {
        Endpoint connected = connect(number(1));

        List<Boolean> answers = Together.times(4, () -> numbers.disconnect(connected, now()));

        assertThat(answers).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(events()).hasSize(2);
    }

    @Test
    void aDisconnectedNumberIsConnectedAgainWithItsHistoryAndItsSender() {
        Endpoint first = connect(number(1));
        Endpoint second = connect(number(2));
        numbers.disconnect(second, now());

        Endpoint again = connect(number(2));

        assertThat(again.id()).isEqualTo(second.id());
        assertThat(again.sender()).isEqualTo(second.sender());
        assertThat(again.isConnected()).isTrue();
        assertThat(settings.of(again)).isEqualTo(SETTINGS);
        assertThat(directory.endpoints(tenant.live())).contains(first, again);
        assertThat(events())
                .endsWith(new EndpointDisconnected(second.id()), new EndpointConnected(second.id()));
    }

    @Test
    void aDisconnectedNumberCanBeConnectedByAnotherProjectAndStaysReadableHere() {
        Endpoint here = connect(number(1));
        numbers.disconnect(here, now());
        Tenant other = Tenant.found(store);

        Endpoint there = connect(number(other.live(), 1));

        assertThat(directory.whatsAppNumber(other.live(), "7000001")).contains(there);
        assertThat(directory.whatsAppNumber(tenant.live(), "7000001")).contains(found(here));
        assertThat(tried(number(1))).isEmpty();
        assertThat(found(here).isConnected()).isFalse();
    }

    @Test
    void theConnectedEndpointIsMeantWhereADisconnectedOneHadTheSameId() {
        Endpoint old = connect(number(1));
        numbers.disconnect(old, now());
        NewNumber moved = new NewNumber(
                tenant.live(), "whatsapp", number(2).address(), number(1).number(), "Moved", null, SETTINGS);

        Endpoint current = connect(moved);

        assertThat(current.id()).isNotEqualTo(old.id());
        assertThat(directory.whatsAppNumber(tenant.live(), "7000001")).contains(current);
    }

    @Test
    void aNewNumberTakesThePlaceOfADisconnectedOneInTheDefaultSender() {
        numbers.disconnect(connect(number(1)), now());

        assertThat(connect(number(2)).sender()).isEqualTo(defaultSender().id());
    }

    @Test
    void aChangeIsSeenAtOnceAndLeavesTheRestAsItWas() {
        Endpoint connected = connect(number(1));
        assertThat(settings.of(connected)).isEqualTo(SETTINGS);
        store.clock().advance(Duration.ofSeconds(1));
        NumberChange change = new NumberChange(
                "Renamed",
                null,
                new Endpoint.WhatsAppNumber("7000001", "800000", "Acme", Endpoint.Quality.RED),
                Map.of("access_token", "token-2", "version", "v24.0"),
                Set.of());

        Endpoint changed = numbers.change(connected, change, now()).orElseThrow();

        assertThat(found(connected)).isEqualTo(changed);
        assertThat(changed.name()).isEqualTo("Renamed");
        assertThat(changed.address()).isEqualTo(connected.address());
        assertThat(changed.updatedAt()).isEqualTo(now());
        assertThat(changed.whatsapp()).isEqualTo(change.number());
        assertThat(settings.of(changed))
                .isEqualTo(Map.of("access_token", "token-2", "app_secret", "app-secret-1", "version", "v24.0"));
    }

    @Test
    void settingsAreTakenAway() {
        Endpoint connected = connect(number(1));

        numbers.change(connected, new NumberChange(null, null, null, Map.of(), Set.of("app_secret")), now());

        assertThat(settings.of(connected)).isEqualTo(Map.of("access_token", "token-1"));
    }

    @Test
    void anAddressOfAnotherNumberIsNotTaken() {
        Endpoint first = connect(number(1));
        Endpoint second = connect(number(2));

        assertThat(numbers.change(
                        second, new NumberChange(null, number(1).address(), null, Map.of(), Set.of()), now()))
                .isEmpty();

        assertThat(found(second)).isEqualTo(second);
        assertThat(found(first)).isEqualTo(first);
    }

    @Test
    void aDisconnectedNumberIsNotChanged() {
        Endpoint connected = connect(number(1));
        numbers.disconnect(connected, now());

        assertThat(numbers.change(connected, new NumberChange("New", null, null, SETTINGS, Set.of()), now())).isEmpty();

        assertThat(settings.of(connected)).isEmpty();
        assertThat(found(connected).name()).isEqualTo("Support 1");
    }

    @Test
    void whatAnotherNodeChangedShowsWithinSeconds() {
        Endpoint connected = connect(number(1));
        try (TestStore other = store.another()) {
            assertThat(other.get(EndpointSettings.class).of(connected)).isEqualTo(SETTINGS);
            numbers.change(
                    connected, new NumberChange(null, null, null, Map.of("access_token", "token-2"), Set.of()), now());

            other.clock().advance(Duration.ofSeconds(5));

            assertThat(other.get(EndpointSettings.class).of(connected)).containsEntry("access_token", "token-2");
        }
    }

    @Test
    void aCustomerThatIsNotThereGetsNoNumber() {
        NewNumber wanted = number(1);
        NewNumber forNobody = new NewNumber(
                wanted.scope(),
                wanted.connector(),
                wanted.address(),
                wanted.number(),
                wanted.name(),
                UUID.randomUUID(),
                SETTINGS);

        assertThatThrownBy(() -> tried(forNobody)).isInstanceOf(RejectedException.class);

        assertThat(numbers.connected("7000001")).isEmpty();
    }
}
