package io.stele.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.NumberLookup;
import io.stele.core.example.Examples;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.Failure;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionsTest {

    private static final NumberLookup.Answer FOUND =
            new NumberLookup.Answer.Found("+1 555-010-0123", "Acme Verified", "GREEN");
    private static final Connections.Request REQUEST = new Connections.Request(
            Examples.SCOPE, "71", "81", "Support", null, Map.of("access_token", "hidden-1", "url", "http://localhost:1"));

    private final SettableClock clock = new SettableClock(Examples.NOW);
    private final NumbersInMemory numbers = new NumbersInMemory();

    private Connections connections(NumberLookup lookup) {
        return new Connections(
                lookup, numbers, numbers, new KsuidGenerator(clock), UUID::randomUUID, clock, WhatsApp.CONNECTOR);
    }

    private Connections knowing() {
        return connections((_, _) -> FOUND);
    }

    @Test
    void aNumberIsConnectedWithWhatMetaTellsOfIt() {
        Endpoint endpoint = knowing().connect(REQUEST);

        assertThat(endpoint.address()).isEqualTo(new PhoneNumber("+15550100123"));
        assertThat(endpoint.whatsapp())
                .isEqualTo(new Endpoint.WhatsAppNumber("71", "81", "Acme Verified", Endpoint.Quality.GREEN));
        assertThat(numbers.of(endpoint)).isEqualTo(REQUEST.settings());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"GREEN, GREEN", "YELLOW, YELLOW", "RED, RED", "NA, UNKNOWN", "MAUVE, UNKNOWN", "-, UNKNOWN"})
    void aQualityThatMetaDoesNotKnowIsUnknown(@Nullable String told, Endpoint.Quality quality) {
        Endpoint endpoint = connections((_, _) -> new NumberLookup.Answer.Found("+15550100123", null, told)).connect(REQUEST);

        assertThat(endpoint.whatsAppNumber().orElseThrow().quality()).isEqualTo(quality);
    }

    @ParameterizedTest
    @MethodSource
    void isRefusedAndWritesNothing(NumberLookup.Answer answer, Rejection expected) {
        assertRejected(() -> connections((_, _) -> answer).connect(REQUEST), expected);
        assertThat(numbers.writes).isZero();
    }

    static Stream<Arguments> isRefusedAndWritesNothing() {
        return Stream.of(
                Arguments.of(
                        new NumberLookup.Answer.Refused("190", "Token expired", null),
                        new Rejection.ProviderRefused(new Failure("190", "Token expired", null))),
                Arguments.of(
                        new NumberLookup.Answer.Refused("190", "No hidden-1", "What is hidden-1?"),
                        new Rejection.ProviderRefused(new Failure("190", "No …", "What is …?"))),
                Arguments.of(
                        new NumberLookup.Answer.Unavailable(),
                        new Rejection.ProviderUnavailable(Duration.ofSeconds(5))),
                Arguments.of(
                        new NumberLookup.Answer.Found("nobody", null, null),
                        new Rejection.ProviderRefused(
                                new Failure("UNREADABLE_NUMBER", "Meta tells no phone number", "It tells nobody"))));
    }

    @Test
    void aNumberIsConnectedOnce() {
        knowing().connect(REQUEST);

        assertRejected(() -> knowing().connect(REQUEST), new Rejection.AlreadyConnected("71"));
    }

    @Test
    void newSettingsAreTriedTogetherWithTheOldOnes() {
        Endpoint endpoint = knowing().connect(REQUEST);
        Map<String, String> together = Map.of("access_token", "hidden-2", "url", "http://localhost:1");

        Endpoint changed = connections((id, settings) -> {
                    assertThat(id).isEqualTo("71");
                    assertThat(settings).isEqualTo(together);
                    return new NumberLookup.Answer.Found("+15550100123", "Renamed", "RED");
                })
                .change(endpoint, null, Map.of("access_token", "hidden-2"));

        assertThat(numbers.of(changed)).isEqualTo(together);
        assertThat(changed.whatsAppNumber().orElseThrow().verifiedName()).isEqualTo("Renamed");
    }

    @Test
    void settingsThatMetaRefusesAreNotKept() {
        Endpoint endpoint = knowing().connect(REQUEST);

        assertRejected(
                () -> connections((_, _) -> new NumberLookup.Answer.Unavailable())
                        .change(endpoint, "New", Map.of("access_token", "hidden-2")),
                new Rejection.ProviderUnavailable(Duration.ofSeconds(5)));
        assertThat(numbers.of(endpoint)).isEqualTo(REQUEST.settings());
    }

    @Test
    void aNameIsChangedWithoutAskingMeta() {
        Endpoint endpoint = knowing().connect(REQUEST);

        Endpoint changed = connections((_, _) -> {
                    throw new AssertionError("nobody asks");
                })
                .change(endpoint, "New", Map.of());

        assertThat(changed.name()).isEqualTo("New");
    }

    @Test
    void aChangeOfNothingWritesNothing() {
        Endpoint endpoint = knowing().connect(REQUEST);

        assertThat(knowing().change(endpoint, null, Map.of())).isEqualTo(endpoint);
        assertThat(numbers.writes).isEqualTo(1);
    }

    @Test
    void whatIsDisconnectedIsNeitherChangedNorDisconnectedAgain() {
        Endpoint endpoint = knowing().connect(REQUEST);
        knowing().disconnect(endpoint);

        assertRejected(() -> knowing().disconnect(endpoint), new Rejection.EndpointDisconnected());
        assertRejected(() -> knowing().change(endpoint, "New", Map.of()), new Rejection.EndpointDisconnected());
    }

    @Test
    void nothingShowsASecret() {
        assertThat(REQUEST.toString()).doesNotContain("hidden");
    }

    private static void assertRejected(Runnable work, Rejection expected) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(expected));
    }
}
