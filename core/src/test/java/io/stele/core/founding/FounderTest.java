package io.stele.core.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.Sender;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.ApiKey;
import io.stele.core.project.App;
import io.stele.core.project.KeyKind;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.NewKey;
import io.stele.core.project.Scope;
import io.stele.core.time.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FounderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00.123Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+34910000001");
    private static final Founder.Keys KEYS = new Founder.Keys(
            new ApiKey("zv_live_1"),
            new ApiKey("zv_test_2"),
            new ApiKey("kp_3"),
            new ApiKey("sk_admin_4"),
            new ApiKey("sk_live_app_5"),
            new ApiKey("sk_test_app_6"));
    private static final Founder.Plan PLAN =
            new Founder.Plan("Example", NUMBER, "1001", "2002", "example.com", KEYS);

    private final SettableClock clock = new SettableClock(NOW.plusNanos(456_789));
    private final Shelf shelf = new Shelf();
    private final AtomicLong counter = new AtomicLong();
    private final Founder founder = new Founder(
            shelf, new KsuidGenerator(clock), () -> new UUID(0, counter.incrementAndGet()), clock, "sandbox");

    @Test
    void theProjectIsWrittenAndAnswered() {
        Founder.Founded founded = founder.found(PLAN);

        assertThat(shelf.founding().project()).isEqualTo(founded.project());
        assertThat(founded.project().name()).isEqualTo("Example");
        assertThat(founded.project().createdAt()).isEqualTo(NOW);
        assertThat(founded.plan()).isEqualTo(PLAN);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void eachModeHasAnAppAndADefaultSender(Mode mode) {
        Founder.Founded founded = founder.found(PLAN);
        Scope scope = new Scope(founded.project().id(), mode);

        assertThat(shelf.founding().apps()).filteredOn(app -> app.mode() == mode).singleElement().satisfies(app -> {
            assertThat(app.project()).isEqualTo(scope.project());
            assertThat(app.slug()).isEqualTo(mode == Mode.LIVE ? "default" : "default-test");
        });
        assertThat(shelf.founding().senders())
                .filteredOn(sender -> sender.scope().equals(scope))
                .singleElement()
                .matches(Sender::isDefault);
    }

    @Test
    void theAnsweredSenderIsTheLiveOne() {
        Founder.Founded founded = founder.found(PLAN);

        assertThat(shelf.founding().senders())
                .filteredOn(sender -> sender.id().equals(founded.sender()))
                .singleElement()
                .extracting(sender -> sender.scope().mode())
                .isEqualTo(Mode.LIVE);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void eachModesSenderHasAnEndpointOnEveryChannelButOneWaySms(Mode mode) {
        founder.found(PLAN);

        assertThat(endpoints(mode))
                .extracting(Endpoint::channel)
                .containsExactlyInAnyOrder(
                        Channel.SMS,
                        Channel.WHATSAPP,
                        Channel.TELEGRAM,
                        Channel.EMAIL,
                        Channel.INSTAGRAM,
                        Channel.MESSENGER,
                        Channel.VOICE);
        assertThat(endpoints(mode)).allSatisfy(endpoint -> {
            assertThat(endpoint.sender()).isEqualTo(sender(mode).id());
            assertThat(endpoint.connector()).isEqualTo("sandbox");
            assertThat(endpoint.createdAt()).isEqualTo(NOW);
        });
    }

    @Test
    void theEndpointsHaveTheirChannelsKindOfAddress() {
        founder.found(PLAN);

        assertThat(endpoint(Mode.LIVE, Channel.WHATSAPP).address()).isEqualTo(NUMBER);
        assertThat(endpoint(Mode.LIVE, Channel.SMS).address()).isEqualTo(NUMBER);
        assertThat(endpoint(Mode.LIVE, Channel.VOICE).address()).isEqualTo(NUMBER);
        assertThat(endpoint(Mode.LIVE, Channel.EMAIL).address()).isEqualTo(new EmailAddress("hello@example.com"));
        assertThat(endpoint(Mode.LIVE, Channel.TELEGRAM).address()).isEqualTo(new ChatId("34910000001"));
    }

    @Test
    void onlyTheWhatsAppNumbersHaveMetasNamesAndAreAssignedToTheApp() {
        founder.found(PLAN);

        assertThat(endpoint(Mode.LIVE, Channel.WHATSAPP).whatsapp())
                .isEqualTo(new Endpoint.WhatsAppNumber("1001", "2002"));
        assertThat(endpoint(Mode.TEST, Channel.WHATSAPP).whatsapp())
                .isEqualTo(new Endpoint.WhatsAppNumber("1001-test", "2002"));
        for (Mode mode : Mode.values()) {
            assertThat(endpoint(mode, Channel.WHATSAPP).app()).isEqualTo(app(mode).id());
            assertThat(endpoints(mode))
                    .filteredOn(endpoint -> endpoint.channel() != Channel.WHATSAPP)
                    .allMatch(endpoint -> endpoint.whatsapp() == null && endpoint.app() == null);
        }
    }

    @Test
    void theKeysAreKeptAsTheirHashes() {
        founder.found(PLAN);

        assertThat(shelf.founding().keys())
                .extracting(NewKey::kind, NewKey::mode, NewKey::app, NewKey::hash)
                .containsExactlyInAnyOrder(
                        tuple(KeyKind.ZAVU, Mode.LIVE, null, KEYS.zavu().hash()),
                        tuple(KeyKind.ZAVU, Mode.TEST, null, KEYS.zavuTest().hash()),
                        tuple(KeyKind.KAPSO, Mode.LIVE, null, KEYS.kapso().hash()),
                        tuple(KeyKind.CHIRP_ADMIN, Mode.LIVE, null, KEYS.chirpAdmin().hash()),
                        tuple(KeyKind.CHIRP_APP, Mode.LIVE, app(Mode.LIVE).id(), KEYS.chirpApp().hash()),
                        tuple(KeyKind.CHIRP_APP, Mode.TEST, app(Mode.TEST).id(), KEYS.chirpTest().hash()));
        assertThat(shelf.founding().keys()).extracting(NewKey::id).doesNotHaveDuplicates();
    }

    @Test
    void whatBelongsToAnotherProjectIsRefused() {
        founder.found(PLAN);

        assertThatThrownBy(() -> founder.found(PLAN)).isInstanceOf(ProjectStore.AlreadyTaken.class);
    }

    private List<Endpoint> endpoints(Mode mode) {
        return shelf.founding().endpoints().stream()
                .filter(endpoint -> endpoint.scope().mode() == mode)
                .toList();
    }

    private Endpoint endpoint(Mode mode, Channel channel) {
        return endpoints(mode).stream()
                .filter(endpoint -> endpoint.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private App app(Mode mode) {
        return shelf.founding().apps().stream()
                .filter(app -> app.mode() == mode)
                .findFirst()
                .orElseThrow();
    }

    private Sender sender(Mode mode) {
        return shelf.founding().senders().stream()
                .filter(sender -> sender.scope().mode() == mode)
                .findFirst()
                .orElseThrow();
    }

    /** Takes one project. */
    private static final class Shelf implements ProjectStore {

        private final List<Founding> foundings = new ArrayList<>();

        @Override
        public boolean isEmpty() {
            return foundings.isEmpty();
        }

        @Override
        public Optional<ProjectId> oldest() {
            return foundings.stream().map(founding -> founding.project().id()).findFirst();
        }

        @Override
        public void found(Founding founding) {
            if (!isEmpty()) {
                throw new AlreadyTaken("phone number id");
            }
            foundings.add(founding);
        }

        Founding founding() {
            return foundings.getFirst();
        }
    }
}
