package io.stele.adapters.kapso.webhook;

import static io.stele.adapters.kapso.webhook.Happenings.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.kapso.Samples;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.WebhookTarget;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of Kapso's, against payloads written by hand (contract section 4.4). */
class KapsoPayloadsTest {

    private static final Text OURS = Text.of("Es ist da.");

    @ParameterizedTest(name = "{0}")
    @MethodSource("happenings")
    void whatHappensIsToldInKapsosWords(
            String expected, String event, @Nullable UUID lane, WebhookTarget target, EventView view) {
        Payload payload = only(view, target);

        assertThat(payload.event()).isEqualTo(event);
        assertThat(payload.lane()).isEqualTo(lane);
        assertThat(Expected.tree(payload.body())).isEqualTo(Expected.json(expected));
    }

    static Stream<Arguments> happenings() {
        UUID talk = Samples.CONVERSATION;
        return Stream.of(
                atNumber("kapso-message-received", "message.received", talk, Happenings.received(Happenings.text())),
                atNumber(
                        "kapso-message-received-image",
                        "message.received",
                        talk,
                        view(Happenings.receivedEvent(true), image())),
                atNumber(
                        "kapso-message-received-erased",
                        "message.received",
                        talk,
                        view(Happenings.receivedEvent(false), Happenings.text(), null, null)),
                atNumber("kapso-message-sent", "message.sent", talk, Happenings.progressed(Status.SENT, OURS)),
                atNumber(
                        "kapso-message-delivered",
                        "message.delivered",
                        null,
                        Happenings.progressed(Status.DELIVERED, OURS)),
                atNumber("kapso-message-read", "message.read", null, Happenings.progressed(Status.READ, OURS)),
                atNumber("kapso-message-failed", "message.failed", null, Happenings.progressed(Status.FAILED, OURS)),
                atNumber(
                        "kapso-message-echoed",
                        "message.sent",
                        talk,
                        Happenings.echoed(Samples.echo(Text.of("Ich übernehme.")))),
                atNumber(
                        "kapso-conversation-created",
                        "conversation.created",
                        null,
                        view(new ConversationStarted(Samples.ENDPOINT, talk), null)),
                atNumber(
                        "kapso-conversation-ended",
                        "conversation.ended",
                        null,
                        view(new ConversationEnded(Samples.ENDPOINT, talk, Happenings.AT), null)),
                atNumber(
                        "kapso-contact-identity-changed",
                        "contact.identity_changed",
                        null,
                        view(Happenings.identityChanged(), null)),
                atNumber(
                        "kapso-contact-marketing-preference-changed",
                        "contact.marketing_preference_changed",
                        null,
                        view(Happenings.preferenceChanged(Happenings.STOP, null), null)),
                atNumber(
                        "kapso-contact-marketing-preference-erased",
                        "contact.marketing_preference_changed",
                        null,
                        view(Happenings.preferenceChanged(resumed(), Happenings.STOP), null, null, null)),
                atProject("phone_number.created", view(new EndpointConnected(Samples.ENDPOINT), null)),
                atProject("phone_number.deleted", view(new EndpointDisconnected(Samples.ENDPOINT), null)));
    }

    @Test
    void aSilenceIsToldWithTheMessageBeforeIt() {
        Payload payload = Hooks.KAPSO
                .silence(Happenings.silence(Happenings.text()), Hooks.kapso(Hooks.NUMBER, Hooks.ALL))
                .orElseThrow();

        assertThat(payload.event()).isEqualTo("whatsapp.conversation.inactive");
        assertThat(payload.lane()).isNull();
        assertThat(Expected.tree(payload.body())).isEqualTo(Expected.json("kapso-conversation-inactive"));
    }

    @Test
    void aSilenceAfterAnErasedMessageIsToldWithoutIt() {
        Payload payload = Hooks.KAPSO
                .silence(Happenings.silence(null), Hooks.kapso(Hooks.NUMBER, Hooks.ALL))
                .orElseThrow();

        assertThat(payload.body()).contains("\"inactivity\":{\"minutes\":60}").doesNotContain("since_message");
    }

    @Test
    void aConversationThatEndedBeforeIsToldAsEnded() {
        EventView late = view(
                Happenings.receivedEvent(false),
                Happenings.text(),
                Happenings.conversation(Happenings.AT.plusSeconds(5)),
                null);
        EventView inTime = view(
                Happenings.receivedEvent(false),
                Happenings.text(),
                Happenings.conversation(Happenings.AT.plusSeconds(6)),
                null);

        assertThat(only(late, Hooks.NUMBER).body()).contains("\"status\":\"ended\"");
        assertThat(only(inTime, Hooks.NUMBER).body()).contains("\"status\":\"active\"");
    }

    private static Arguments atNumber(String expected, String event, @Nullable UUID lane, EventView view) {
        return Arguments.of(expected, "whatsapp." + event, lane, Hooks.NUMBER, view);
    }

    private static Arguments atProject(String event, EventView view) {
        return Arguments.of("kapso-phone-number", "whatsapp." + event, null, Hooks.PROJECT, view);
    }

    private static Payload only(EventView view, WebhookTarget target) {
        var payloads = Hooks.KAPSO.payloads(view, Hooks.kapso(target, Hooks.ALL));
        assertThat(payloads).hasSize(1);
        return payloads.getFirst();
    }

    private static MarketingPreference resumed() {
        return new MarketingPreference(
                MarketingPreference.Wish.RESUME, Happenings.AT, MarketingPreference.Source.PROVIDER_REPORT, null);
    }

    static Message image() {
        MediaFile file = new MediaFile(
                "77120034",
                "https://files.example.com/77120034",
                "image/jpeg",
                "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
                12_000L);
        return Samples.message(
                Direction.INBOUND,
                new Media(MediaKind.IMAGE, file, "Kaputt", null, null, null),
                Context.NONE,
                Happenings.USER,
                Status.RECEIVED,
                Timeline.EMPTY,
                null,
                "wamid.IN");
    }
}
