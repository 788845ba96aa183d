package io.stele.adapters.kapso.webhook;

import static io.stele.adapters.kapso.webhook.Happenings.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.kapso.Samples;
import io.stele.core.account.AccountReport;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.conversation.Conversation;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.Event;
import io.stele.core.event.MessageQueued;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.SilenceView;
import io.stele.core.webhook.WebhookFlavour;
import io.stele.core.webhook.WebhookTarget;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is told what (contract sections 4.1 and 4.2). */
class KapsoSubscriptionTest {

    private static final Text OURS = Text.of("Es ist da.");

    @ParameterizedTest
    @MethodSource("happenings")
    void aWebhookIsToldWhatItAskedFor(KapsoEvent event, EventView view) {
        WebhookTarget target = target(event.level());
        Set<String> others = new HashSet<>(Hooks.ALL);
        others.remove(event.word());

        assertThat(told(view, target, Set.of(event.word()))).extracting(Payload::event).containsExactly(event.word());
        assertThat(told(view, target, others)).isEmpty();
        assertThat(told(view, target, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("happenings")
    void aNumbersWebhookAndAProjectsAreToldDifferentThings(KapsoEvent event, EventView view) {
        WebhookTarget other = event.level() == KapsoEvent.Level.NUMBER ? Hooks.PROJECT : Hooks.NUMBER;

        assertThat(told(view, other, Hooks.ALL)).isEmpty();
    }

    static Stream<Arguments> happenings() {
        return Stream.of(
                Arguments.of(KapsoEvent.MESSAGE_RECEIVED, Happenings.received(Happenings.text())),
                Arguments.of(KapsoEvent.MESSAGE_SENT, Happenings.progressed(Status.SENT, OURS)),
                Arguments.of(KapsoEvent.MESSAGE_SENT, Happenings.echoed(Samples.echo(OURS))),
                Arguments.of(KapsoEvent.MESSAGE_DELIVERED, Happenings.progressed(Status.DELIVERED, OURS)),
                Arguments.of(KapsoEvent.MESSAGE_READ, Happenings.progressed(Status.READ, OURS)),
                Arguments.of(KapsoEvent.MESSAGE_FAILED, Happenings.progressed(Status.FAILED, OURS)),
                Arguments.of(
                        KapsoEvent.CONVERSATION_CREATED,
                        view(new ConversationStarted(Samples.ENDPOINT, Samples.CONVERSATION), null)),
                Arguments.of(
                        KapsoEvent.CONVERSATION_ENDED,
                        view(new ConversationEnded(Samples.ENDPOINT, Samples.CONVERSATION, Happenings.AT), null)),
                Arguments.of(KapsoEvent.CONTACT_IDENTITY_CHANGED, view(Happenings.identityChanged(), null)),
                Arguments.of(
                        KapsoEvent.CONTACT_MARKETING_PREFERENCE_CHANGED,
                        view(Happenings.preferenceChanged(Happenings.STOP, null), null)),
                Arguments.of(KapsoEvent.ACCOUNT_VIOLATION, Happenings.ofAccount(AccountReport.Kind.VIOLATION)),
                Arguments.of(KapsoEvent.ACCOUNT_RESTRICTED, Happenings.ofAccount(AccountReport.Kind.RESTRICTED)),
                Arguments.of(KapsoEvent.ACCOUNT_DISABLED, Happenings.ofAccount(AccountReport.Kind.DISABLED)),
                Arguments.of(KapsoEvent.ACCOUNT_REINSTATED, Happenings.ofAccount(AccountReport.Kind.REINSTATED)),
                Arguments.of(KapsoEvent.PHONE_NUMBER_CREATED, view(new EndpointConnected(Samples.ENDPOINT), null)),
                Arguments.of(KapsoEvent.PHONE_NUMBER_DELETED, view(new EndpointDisconnected(Samples.ENDPOINT), null)));
    }

    @ParameterizedTest
    @EnumSource(KapsoEvent.class)
    void anEventIsFoundByItsName(KapsoEvent event) {
        assertThat(KapsoEvent.of(event.word())).contains(event);
    }

    @Test
    void aNameThatIsNoEventsIsNotFound() {
        assertThat(KapsoEvent.of("whatsapp.message.edited")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SENT, true", "DELIVERED, false", "READ, false", "FAILED, true"})
    void ofAReactionOnlyTheSendingIsTold(Status status, boolean told) {
        EventView view = Happenings.progressed(status, new Reaction(MessageReference.foreign("wamid.IN"), "👍"));

        assertThat(told(view, Hooks.NUMBER, Hooks.ALL).isEmpty()).isEqualTo(!told);
        assertThat(Hooks.META.payloads(view, Hooks.meta(Hooks.NUMBER)).isEmpty()).isEqualTo(!told);
    }

    @Test
    void aMessageThatWaitsIsNotToldYet() {
        EventView view =
                view(new MessageQueued(Samples.ENDPOINT, new MessageId(new Ksuid(7, 8, 9))), Samples.outbound(OURS));

        assertThat(told(view, Hooks.NUMBER, Hooks.ALL)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("anything")
    void whatHappensOnAnotherChannelHasNoWords(WebhookFlavour flavour, WebhookTarget target, Event event) {
        EventView view = new EventView(
                Happenings.logged(event),
                Happenings.endpoint(Channel.SMS, null),
                Samples.outbound(OURS),
                Happenings.conversation(null),
                null,
                Happenings.contact());

        assertThat(payloads(flavour, target, view)).noneMatch(payload -> payload.body().contains("208745501"));
    }

    /** Without a number there is nothing to tell but reports on templates and accounts, which need nothing but themselves. */
    @ParameterizedTest
    @MethodSource("anything")
    void whatIsNotThereAnyMoreIsNoObstacle(WebhookFlavour flavour, WebhookTarget target, Event event) {
        assertThat(payloads(flavour, target, bare(event, Happenings.NUMBER)))
                .allSatisfy(payload -> assertThat(Expected.tree(payload.body())).isInstanceOf(Json.Members.class));
        assertThat(payloads(flavour, target, bare(event, null)))
                .allSatisfy(payload -> assertThat(payload.event()).containsAnyOf("template", "account"));
    }

    private static EventView bare(Event event, @Nullable Endpoint endpoint) {
        return new EventView(Happenings.logged(event), endpoint, null, null, null, null);
    }

    static Stream<Arguments> anything() {
        return Stream.of(Hooks.KAPSO, Hooks.META)
                .flatMap(flavour -> Stream.of(Hooks.NUMBER, Hooks.PROJECT)
                        .flatMap(target ->
                                Happenings.events().stream().map(event -> Arguments.of(flavour, target, event))));
    }

    @Test
    void aMessageOfAnOlderConversationIsNotToldAsItsFirst() {
        Message later = Happenings.progressed(Status.SENT, OURS).message();
        Conversation known = Happenings.conversation(null);
        Conversation older = new Conversation(
                known.id(),
                known.scope(),
                known.endpoint(),
                known.address(),
                known.contactId(),
                known.contactName(),
                known.username(),
                known.createdAt().minusSeconds(1),
                known.updatedAt(),
                known.lastActiveAt(),
                null,
                null,
                null,
                2,
                null);
        EventView view = view(Happenings.progressedEvent(Status.SENT), later, older, null);

        assertThat(told(view, Hooks.NUMBER, Hooks.ALL).getFirst().body()).contains("\"is_new_conversation\":false");
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp.conversation.inactive, true, 60",
        "whatsapp.conversation.inactive, false,",
        "whatsapp.message.received, true,",
    })
    void aSilenceIsWatchedForWhoWantsToKnow(String event, boolean ofNumber, @Nullable Integer minutes) {
        var webhook = Hooks.kapso(ofNumber ? Hooks.NUMBER : Hooks.PROJECT, Set.of(event));
        SilenceView silence = Happenings.silence(Happenings.text());

        assertThat(Hooks.KAPSO.watchedSilence(webhook).orElse(null))
                .isEqualTo(minutes == null ? null : Duration.ofMinutes(minutes));
        assertThat(Hooks.KAPSO.silence(silence, webhook).isPresent()).isEqualTo(minutes != null);
    }

    private static List<Payload> payloads(WebhookFlavour flavour, WebhookTarget target, EventView view) {
        return flavour.payloads(
                view, flavour == Hooks.KAPSO ? Hooks.kapso(target, Hooks.ALL) : Hooks.meta(target));
    }

    private static List<Payload> told(EventView view, WebhookTarget target, Set<String> events) {
        return Hooks.KAPSO.payloads(view, Hooks.kapso(target, events));
    }

    private static WebhookTarget target(KapsoEvent.Level level) {
        return switch (level) {
            case NUMBER -> Hooks.NUMBER;
            case PROJECT -> Hooks.PROJECT;
        };
    }
}
