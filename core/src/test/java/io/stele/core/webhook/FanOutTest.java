package io.stele.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.Event;
import io.stele.core.event.LoggedEvent;
import io.stele.core.event.TemplateChanged;
import io.stele.core.example.Examples;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Json;
import io.stele.core.project.AppId;
import io.stele.core.template.TemplateReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom an event concerns. */
class FanOutTest {

    private static final AppId APP = new AppId(new Ksuid(1, 2, 3));
    private static final AppId OTHER_APP = new AppId(new Ksuid(1, 2, 4));
    private static final Endpoint OURS = endpoint(Examples.SENDER_ID, APP);
    private static final Endpoint UNUSED = endpoint(null, null);

    /** By the clock of a node that is behind the one where the webhook was made. */
    private static final Instant EARLIER = Examples.NOW.minusSeconds(2);

    private static final Event AT_ENDPOINT = new EndpointConnected(OURS.id());
    private static final Event AT_NONE = new ContactChanged(null, new UUID(0, 9));

    private static final WebhookTarget SENDER = new WebhookTarget.OfSender(Examples.SENDER_ID);
    private static final WebhookTarget OTHER_SENDER = new WebhookTarget.OfSender(new SenderId(new UUID(0, 77)));
    private static final WebhookTarget ENDPOINT = new WebhookTarget.OfEndpoint(OURS.id());
    private static final WebhookTarget OTHER_ENDPOINT = new WebhookTarget.OfEndpoint(Examples.endpointId(Channel.SMS));

    private static Endpoint endpoint(@Nullable SenderId sender, @Nullable AppId app) {
        Endpoint example = Examples.endpoint(Channel.WHATSAPP);
        return new Endpoint(
                example.id(),
                example.scope(),
                sender,
                app,
                example.channel(),
                example.address(),
                example.connector(),
                example.whatsapp(),
                example.name(),
                example.createdAt());
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of(new WebhookTarget.OfProject(), AT_ENDPOINT, OURS, true),
                Arguments.of(new WebhookTarget.OfProject(), AT_NONE, null, true),
                Arguments.of(SENDER, AT_ENDPOINT, OURS, true),
                Arguments.of(OTHER_SENDER, AT_ENDPOINT, OURS, false),
                Arguments.of(SENDER, AT_ENDPOINT, UNUSED, false),
                Arguments.of(SENDER, AT_ENDPOINT, null, false),
                Arguments.of(SENDER, AT_NONE, null, false),
                Arguments.of(ENDPOINT, AT_ENDPOINT, OURS, true),
                Arguments.of(OTHER_ENDPOINT, AT_ENDPOINT, OURS, false),
                Arguments.of(ENDPOINT, AT_NONE, null, false),
                Arguments.of(new WebhookTarget.OfApp(APP), AT_ENDPOINT, OURS, true),
                Arguments.of(new WebhookTarget.OfApp(OTHER_APP), AT_ENDPOINT, OURS, false),
                Arguments.of(new WebhookTarget.OfApp(APP), AT_ENDPOINT, UNUSED, false),
                Arguments.of(new WebhookTarget.OfApp(APP), AT_ENDPOINT, null, false),
                Arguments.of(new WebhookTarget.OfApp(APP), AT_NONE, null, true));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void anEventIsToldToThoseWhomItConcerns(WebhookTarget target, Event event, @Nullable Endpoint endpoint, boolean told) {
        assertThat(told(target, event, endpoint, 1)).hasSize(told ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatHappenedBeforeThereWasTheWebhookIsToldToNobody(
            WebhookTarget target, Event event, @Nullable Endpoint endpoint, boolean told) {
        assertThat(told(target, event, endpoint, 0)).isEmpty();
    }

    private static final Event OF_ACCOUNT = new TemplateChanged(new TemplateReport(
            "waba", "1", "hello", "en", "APPROVED", null, null, null, null, null, Json.Members.EMPTY));

    static Stream<Arguments> accounts() {
        Endpoint second = new Endpoint(
                new EndpointId(new Ksuid(5, 5, 5)), OURS.scope(), Examples.SENDER_ID, APP, OURS.channel(), OURS.address(),
                OURS.connector(), OURS.whatsapp(), OURS.name(), OURS.createdAt());
        List<Endpoint> account = List.of(OURS, second);
        return Stream.of(
                Arguments.of(SENDER, account, OURS.id()),
                Arguments.of(ENDPOINT, account, OURS.id()),
                Arguments.of(new WebhookTarget.OfEndpoint(second.id()), account, second.id()),
                Arguments.of(new WebhookTarget.OfApp(APP), account, OURS.id()),
                Arguments.of(OTHER_SENDER, account, null),
                Arguments.of(OTHER_ENDPOINT, account, null),
                Arguments.of(new WebhookTarget.OfApp(OTHER_APP), account, null),
                Arguments.of(new WebhookTarget.OfApp(APP), List.of(), null));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void whatIsAboutAnAccountIsToldOnceToWhoeverHasAnEndpointOfIt(
            WebhookTarget target, List<Endpoint> account, @Nullable EndpointId at) {
        List<NewDelivery> told = told(target, new EventView(
                new LoggedEvent(1, new UUID(0, 5), Examples.SCOPE, Examples.NOW, OF_ACCOUNT),
                null, null, null, null, null, null, account));

        assertThat(told).extracting(NewDelivery::endpoint).isEqualTo(at == null ? List.of() : List.of(at));
    }

    private static List<NewDelivery> told(
            WebhookTarget target, Event event, @Nullable Endpoint endpoint, long position) {
        return told(target, new EventView(
                new LoggedEvent(position, new UUID(0, 5), Examples.SCOPE, EARLIER, event), endpoint, null, null, null, null));
    }

    private static List<NewDelivery> told(WebhookTarget target, EventView view) {
        Webhook webhook = new Webhook(
                new WebhookId(new Ksuid(3, 0, 1)),
                Examples.SCOPE,
                target,
                new WebhookForm.Chirp(),
                "https://receiver.example/hook",
                Set.of(),
                true,
                Map.of(),
                null,
                Examples.NOW,
                Examples.NOW);
        OneTelling store = new OneTelling(webhook, view);
        Everything all = new Everything();
        new FanOut(store, new WebhookFlavours(all, all, all, all), (_, _, fault) -> fail(fault)).tell(Examples.NOW);
        return store.deliveries;
    }

    /** Has one event to tell to one webhook, and keeps what comes of it. */
    private static final class OneTelling implements FanOutStore {

        private final Webhook webhook;
        private final EventView view;
        private final List<NewDelivery> deliveries = new ArrayList<>();

        OneTelling(Webhook webhook, EventView view) {
            this.webhook = webhook;
            this.view = view;
        }

        @Override
        public int tellNext(int limit, Telling telling) {
            deliveries.addAll(telling.tell(List.of(new Listener(webhook, 0)), List.of(view)).deliveries());
            return 1;
        }

        @Override
        public int flushBuffers(Instant now, int limit, Batching batching) {
            return 0;
        }

        @Override
        public int tellSilences(Instant now, int limit, SilenceTelling telling) {
            return 0;
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }
    }

    /** Tells every event. */
    private static final class Everything implements WebhookFlavour {

        @Override
        public List<Payload> payloads(EventView view, Webhook webhook) {
            return List.of(new Payload("something", "{}", null));
        }

        @Override
        public Optional<Duration> watchedSilence(Webhook webhook) {
            return Optional.empty();
        }

        @Override
        public Optional<Payload> silence(SilenceView view, Webhook webhook) {
            return Optional.empty();
        }

        @Override
        public Optional<WebhookForm.Buffering> buffering(Payload payload, Webhook webhook) {
            return Optional.empty();
        }

        @Override
        public Payload batch(List<WebhookDelivery> members, Webhook webhook) {
            throw new UnsupportedOperationException("nothing waits for others here");
        }

        @Override
        public Map<String, String> headers(
                Webhook webhook, WebhookDelivery delivery, byte[] body, int batched, Instant at) {
            return Map.of();
        }

        @Override
        public RetrySchedule schedule() {
            return new RetrySchedule(List.of(), Duration.ofSeconds(1));
        }
    }
}
