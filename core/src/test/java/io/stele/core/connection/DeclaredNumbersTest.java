package io.stele.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.example.Examples;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.Mode;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.time.SettableClock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeclaredNumbersTest {

    private final SettableClock clock = new SettableClock(Examples.NOW);
    private NumbersInMemory numbers = new NumbersInMemory();

    private DeclaredNumbers declared() {
        return new DeclaredNumbers(numbers, numbers, new KsuidGenerator(clock), UUID::randomUUID, clock);
    }

    private static NewNumber number(Scope scope, String account, String name, Map<String, String> settings) {
        return new NewNumber(
                scope,
                WhatsApp.CONNECTOR,
                new PhoneNumber("+15550100123"),
                new Endpoint.WhatsAppNumber("71", account),
                name,
                null,
                settings);
    }

    private static NewNumber number(String account, String name, Map<String, String> settings) {
        return number(Examples.SCOPE, account, name, settings);
    }

    @Test
    void declaringTheSameAgainWritesNothing() {
        NewNumber number = number("81", "Support", Map.of("access_token", "1"));
        Endpoint first = declared().declare(number, true);

        assertThat(declared().declare(number, true)).isEqualTo(first);
        assertThat(numbers.writes).isEqualTo(1);
    }

    @Test
    void whatDiffersIsBroughtUpToDate() {
        Endpoint first = declared().declare(number("81", "Support", Map.of("access_token", "1", "url", "u")), true);

        Endpoint changed = declared().declare(number("82", "Sales", Map.of("access_token", "2")), true);

        assertThat(changed.id()).isEqualTo(first.id());
        assertThat(changed.name()).isEqualTo("Sales");
        assertThat(changed.whatsAppNumber().orElseThrow().businessAccountId()).isEqualTo("82");
        assertThat(numbers.of(changed)).isEqualTo(Map.of("access_token", "2"));
    }

    @Test
    void aNameThatIsNotDeclaredStays() {
        declared().declare(number("81", "Support", Map.of()), true);

        assertThat(declared().declare(number("81", "+15550100123", Map.of()), false).name()).isEqualTo("Support");
    }

    @Test
    void aNumberOfAnotherProjectIsRefused() {
        declared().declare(number("81", "Support", Map.of()), true);
        Scope other = new Scope(Examples.SCOPE.project(), Mode.TEST);

        assertThatThrownBy(() -> declared().declare(number(other, "81", "Support", Map.of()), true))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void whatAnotherConnectsInBetweenIsTakenAsItIs() {
        NewNumber number = number("81", "Support", Map.of());
        numbers = new NumbersInMemory() {
            @Override
            public Optional<Endpoint> connect(NewNumber wanted, EndpointId id, SenderId sender, Instant now) {
                super.connect(wanted, id, sender, now);
                return Optional.empty();
            }
        };

        Endpoint theirs = declared().declare(number, true);

        assertThat(numbers.connected).containsValue(theirs);
        assertThat(numbers.writes).isEqualTo(1);
    }

    @Test
    void whatIsAlwaysTakenIsRefusedInTheEnd() {
        numbers = new NumbersInMemory() {
            @Override
            public Optional<Endpoint> connect(NewNumber wanted, EndpointId id, SenderId sender, Instant now) {
                return Optional.empty();
            }
        };

        assertThatThrownBy(() -> declared().declare(number("81", "Support", Map.of()), true))
                .isInstanceOf(RejectedException.class);
    }
}
