package io.stele.adapters.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.contracts.chirp.PhoneNumberResource;
import io.stele.contracts.chirp.SendRecipient;
import io.stele.contracts.chirp.SendResponse;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.project.App;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.project.Project;
import io.stele.core.project.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers to sends, and the phone numbers. */
class AnswersTest {

    private static final Message SENT = Examples.outbound(
            Mode.LIVE, Text.of("Hi"), Status.QUEUED, Timeline.queued(Examples.NOON), null);

    @Test
    void aSendIsAnsweredInBothOfTheDocumentedForms() {
        SendResponse answer = Chirp.SEND_RESPONSES.of(SENT, "34 600 111 222");

        assertThat(answer.id()).isEqualTo("msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS");
        assertThat(answer.from()).isEqualTo("+34910000001");
        assertThat(answer.to()).isEqualTo("+34600111222");
        assertThat(answer.type()).isEqualTo("text");
        assertThat(answer.status()).isEqualTo("queued");
        assertThat(answer.timestamp()).isEqualTo("2026-03-02T12:00:00.000Z");
        assertThat(answer.messagingProduct()).isEqualTo("whatsapp");
        assertThat(answer.contacts()).containsExactly(new SendRecipient("34 600 111 222", "34600111222"));
        assertThat(answer.messages()).singleElement().satisfies(message -> {
            assertThat(message.id()).startsWith("wamid.");
            assertThat(message.messageStatus()).isEqualTo("accepted");
        });
    }

    @Test
    void aTemplateSendIsAnsweredWithChirpsIdAndMetas() {
        assertThat(Chirp.SEND_RESPONSES.ofTemplate(SENT, "+34600111222")).satisfies(answer -> {
            assertThat(answer.id()).isEqualTo("msg_wa_2wJ0cQ8rTfYk5LmPz3VnBxGhAeS");
            assertThat(answer.messages()).isEqualTo(Chirp.SEND_RESPONSES.of(SENT, "").messages());
        });
    }

    @Test
    void aPhoneNumberTellsItsAccountAndItsApp() {
        Endpoint endpoint = new Endpoint(
                new EndpointId(Examples.ENDPOINT),
                new Scope(Examples.PROJECT, Mode.TEST),
                null,
                new AppId(Examples.APP),
                Channel.WHATSAPP,
                Examples.BUSINESS,
                "sandbox",
                new Endpoint.WhatsAppNumber("100200300400", "500600700800"),
                "Bookings",
                Examples.NOON);
        App app = new App(new AppId(Examples.APP), Examples.PROJECT, Mode.TEST, "bookings", "Bookings", Examples.NOON);

        PhoneNumberResource shown = Chirp.PHONE_NUMBERS.of(
                endpoint, new Project(Examples.PROJECT, "La Mesa", Examples.NOON), List.of(app));

        assertThat(shown)
                .isEqualTo(new PhoneNumberResource(
                        "wapn_test_2wHyB1vRk7TnQmZs4LpXcDfGjKa",
                        "+34910000001",
                        "100200300400",
                        "500600700800",
                        true,
                        null,
                        true,
                        true,
                        new PhoneNumberResource.BusinessProfile("wabp_500600700800", "500600700800", "La Mesa"),
                        List.of(new PhoneNumberResource.AssignedApp(
                                "app_test_2wHz9Rk3LmNbVcXzQwErTyUiOpA", "Bookings", "bookings")),
                        "2026-03-02T12:00:00.000Z",
                        "2026-03-02T12:00:00.000Z"));
    }
}
