package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.contact.MarketingPreference.Source;
import io.stele.core.contact.MarketingPreference.Wish;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.conversation.Correspondence;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.event.Event;
import io.stele.core.event.EventLog;
import io.stele.core.event.EventNumbering;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.PreferenceReport;
import io.stele.core.inbound.Receipt;
import io.stele.core.intake.Decision;
import io.stele.core.intake.IntakeStore;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people want of marketing: known once it was told, and told once. */
public abstract class ConsentContract extends StoreContract {

    private static final PhoneNumber ANA = Traffic.person(1);

    private Traffic traffic;
    private InboundStore inbox;
    private Endpoint whatsApp;

    protected ConsentContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        traffic = new Traffic(store);
        inbox = store.get(InboundStore.class);
        whatsApp = tenant.whatsApp();
    }

    private Instant now() {
        return store.clock().instant();
    }

    private void says(String text, String provider) {
        store.clock().advance(Duration.ofMinutes(1));
        traffic.receive(traffic.inbound(whatsApp, ANA, provider, Text.of(text)));
    }

    private void reports(Wish wish, Instant at) {
        inbox.prefer(
                List.of(new PreferenceReport(
                        whatsApp,
                        ANA,
                        Identity.UNKNOWN,
                        new MarketingPreference(wish, at, Source.PROVIDER_REPORT, "User requested it"))),
                now());
    }

    private List<Event> told(Class<? extends Event> kind) {
        store.get(EventNumbering.class).number();
        return store.get(EventLog.class).after(tenant.live(), 0, 1_000).stream()
                .map(logged -> logged.event())
                .filter(kind::isInstance)
                .toList();
    }

    private List<Wish> wishes() {
        return told(MarketingPreferenceChanged.class).stream()
                .map(event -> ((MarketingPreferenceChanged) event).preference().wish())
                .toList();
    }

    /** What whoever decides on a send knows about Ana at an endpoint. */
    private @Nullable MarketingPreference known(Endpoint endpoint) {
        List<Map<EndpointId, Correspondence>> seen = new ArrayList<>();
        store.get(IntakeStore.class).write(List.of(traffic.submission(endpoint, ANA, Text.of("x"))), (_, known) -> {
            seen.add(known);
            return new Decision.Refuse(new Rejection.MarketingStopped());
        });
        Correspondence correspondence = seen.getFirst().get(endpoint.id());
        return correspondence == null ? null : correspondence.marketing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stop", " Stop. ", "Unsubscribe", "(STOP!)"})
    void aStopWordStopsMarketing(String text) {
        says(text, "wamid.1");

        assertThat(known(whatsApp))
                .isEqualTo(new MarketingPreference(
                        Wish.STOP, now(), Source.MESSAGE, text.strip()));
        assertThat(wishes()).containsExactly(Wish.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"please stop", "stop it", "end", "STO P", "", "cancel"})
    void whatIsNoStopWordAlonePasses(String text) {
        says(text.isEmpty() ? "." : text, "wamid.1");

        assertThat(known(whatsApp)).isNull();
        assertThat(wishes()).isEmpty();
    }

    @Test
    void aStartWordTakesItBack() {
        says("STOP", "wamid.1");
        says("stop", "wamid.2");
        says("START", "wamid.3");
        says("start", "wamid.4");

        assertThat(known(whatsApp)).extracting(MarketingPreference::wish).isEqualTo(Wish.RESUME);
        assertThat(wishes()).containsExactly(Wish.STOP, Wish.RESUME);
    }

    @Test
    void whoeverNeverStoppedStartsNothing() {
        says("START", "wamid.1");

        assertThat(known(whatsApp)).extracting(MarketingPreference::isStop).isEqualTo(false);
        assertThat(wishes()).isEmpty();
    }

    @Test
    void aStartThatIsOlderThanTheLastOfTwoStopsComesTooLate() {
        says("STOP", "wamid.1");
        says("STOP", "wamid.2");

        reports(Wish.RESUME, now().minusSeconds(1));

        assertThat(known(whatsApp))
                .isEqualTo(new MarketingPreference(Wish.STOP, now(), Source.MESSAGE, "STOP"));
        assertThat(wishes()).containsExactly(Wish.STOP);
    }

    @Test
    void aStopThatIsOlderThanAStartComesTooLateEvenAsTheFirstThatIsTold() {
        says("START", "wamid.1");

        reports(Wish.STOP, now().minusSeconds(1));

        assertThat(known(whatsApp)).extracting(MarketingPreference::isStop).isEqualTo(false);
        assertThat(wishes()).isEmpty();
    }

    @Test
    void aRefusalIsNoSecondStop() {
        says("STOP", "wamid.1");
        Instant start = now().plusSeconds(1);
        store.clock().advance(Duration.ofMinutes(1));
        refuse(traffic.accept(whatsApp, ANA, "Sale!"));

        reports(Wish.RESUME, start);

        assertThat(wishes()).containsExactly(Wish.STOP, Wish.RESUME);
    }

    @Test
    void aPreferenceHoldsAtOneEndpoint() {
        says("STOP", "wamid.1");
        Endpoint sms = tenant.endpoint(Channel.SMS);
        traffic.receive(traffic.inbound(sms, ANA, "sms.1", Text.of("Hi")));

        assertThat(known(sms)).isNull();
    }

    @Test
    void anOlderReportChangesNothing() {
        says("STOP", "wamid.1");

        reports(Wish.RESUME, now().minusSeconds(1));
        assertThat(wishes()).containsExactly(Wish.STOP);

        reports(Wish.RESUME, now().plusSeconds(1));
        reports(Wish.RESUME, now().plusSeconds(1));
        assertThat(wishes()).containsExactly(Wish.STOP, Wish.RESUME);
    }

    @Test
    void whatIsReportedOfAStrangerIsKnownWhenTheyAreMet() {
        reports(Wish.STOP, now());

        assertThat(known(whatsApp)).extracting(MarketingPreference::source).isEqualTo(Source.PROVIDER_REPORT);
    }

    @Test
    void whoeverTheProviderSparesHasStopped() {
        refuse(traffic.accept(whatsApp, ANA, "Sale!"));

        assertThat(known(whatsApp)).extracting(MarketingPreference::source).isEqualTo(Source.PROVIDER_REFUSAL);
        assertThat(wishes()).containsExactly(Wish.STOP);
    }

    private void refuse(Message message) {
        Failure spared = new Failure("131050", "Unable to deliver", null);
        inbox.apply(
                List.of(new Receipt(
                        whatsApp.id(), "wamid.out", message.id(), Status.FAILED, spared, now(), Json.Members.EMPTY)),
                FailureFollowUp.NONE,
                now());
    }

    @Test
    void eightWhoSayItAtOnceAreToldOnce() {
        traffic.receive(whatsApp, ANA, "wamid.0");

        Together.times(8, () -> {
            reports(Wish.STOP, now());
            return ANA;
        });

        assertThat(wishes()).containsExactly(Wish.STOP);
    }
}
