package io.stele.adapters.connector.sandbox;

import static io.stele.core.message.Status.DELIVERED;
import static io.stele.core.message.Status.FAILED;
import static io.stele.core.message.Status.READ;
import static io.stele.core.message.Status.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.connector.sandbox.Sandbox.Report;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.delivery.Dispatch;
import io.stele.core.delivery.Outcome;
import io.stele.core.inbound.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MagicRecipientTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    @ParameterizedTest
    @EnumSource
    void hasANumberAChatIdAndAMailboxByWhichItIsFound(MagicRecipient recipient) {
        assertThat(PhoneNumber.parse(recipient.number()).flatMap(MagicRecipient::of)).contains(recipient);
        assertThat(ChatId.parse(recipient.number().substring(1)).flatMap(MagicRecipient::of)).contains(recipient);
        assertThat(EmailAddress.parse(recipient.mailbox()).flatMap(MagicRecipient::of)).contains(recipient);
        assertThat(recipient.number()).startsWith("+1500555");
        assertThat(recipient.documentation()).endsWith(".");
    }

    @Test
    void isNobodyElse() {
        assertThat(Stream.of(
                        new PhoneNumber("+15005559999"),
                        new EmailAddress("undeliverable@example.com"),
                        new ChatId("5005550001"),
                        new BusinessScopedUserId("US.15005550001")))
                .allSatisfy(address -> assertThat(MagicRecipient.of(address)).isEmpty());
    }

    static Stream<Arguments> onWhatsApp() {
        return Stream.of(
                Arguments.of(MagicRecipient.UNDELIVERABLE, List.of("Refused 131026"), List.of()),
                Arguments.of(MagicRecipient.NOT_ON_WHATSAPP, List.of("Refused 131026"), List.of()),
                Arguments.of(
                        MagicRecipient.FAILS_LATER,
                        List.of("Accepted"),
                        List.of(new Report(200, SENT), new Report(500, FAILED))),
                Arguments.of(MagicRecipient.WINDOW_CLOSED, List.of("Refused 131047"), List.of()),
                Arguments.of(MagicRecipient.THROTTLED, List.of("Throttled", "Throttled", "Accepted"), reached()),
                Arguments.of(MagicRecipient.UNAVAILABLE, List.of("Unavailable", "Unavailable", "Accepted"), reached()),
                Arguments.of(MagicRecipient.NEVER_ANSWERS, List.of("Unknown"), List.of()),
                Arguments.of(MagicRecipient.LOST_ANSWER, List.of("Unknown"), reached()),
                Arguments.of(
                        MagicRecipient.DUPLICATE_RECEIPTS,
                        List.of("Accepted"),
                        List.of(
                                new Report(200, SENT),
                                new Report(250, SENT),
                                new Report(500, DELIVERED),
                                new Report(550, DELIVERED),
                                new Report(4000, READ),
                                new Report(4050, READ))),
                Arguments.of(
                        MagicRecipient.OUT_OF_ORDER_RECEIPTS,
                        List.of("Accepted"),
                        List.of(new Report(4000, READ), new Report(4050, DELIVERED), new Report(4100, SENT))),
                Arguments.of(
                        MagicRecipient.EARLY_RECEIPTS,
                        List.of("Accepted"),
                        List.of(new Report(0, SENT), new Report(0, DELIVERED), new Report(0, READ))),
                Arguments.of(
                        MagicRecipient.NEVER_READS,
                        List.of("Accepted"),
                        List.of(new Report(200, SENT), new Report(500, DELIVERED))),
                Arguments.of(MagicRecipient.NO_RECEIPTS, List.of("Accepted"), List.of()));
    }

    @ParameterizedTest
    @MethodSource("onWhatsApp")
    void behavesOnWhatsAppAsDocumented(MagicRecipient recipient, List<String> outcomes, List<Report> reports) {
        Sandbox sandbox = new Sandbox();
        Dispatch dispatch = sandbox.dispatch(Channel.WHATSAPP, new PhoneNumber(recipient.number()));

        assertThat(sendUntilSettled(sandbox, dispatch)).isEqualTo(outcomes);
        sandbox.pass(LONG_ENOUGH);

        assertThat(sandbox.reports).isEqualTo(reports);
    }

    @Test
    void isInTheTableOfBehaviours() {
        assertThat(onWhatsApp().map(arguments -> (MagicRecipient) arguments.get()[0]))
                .containsExactlyInAnyOrder(MagicRecipient.values());
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"SMS", "EMAIL", "TELEGRAM"})
    void isRefusedElsewhereWithoutMetasCode(Channel channel) {
        Sandbox sandbox = new Sandbox();

        assertThat(sendUntilSettled(sandbox, sandbox.dispatch(channel, address(MagicRecipient.UNDELIVERABLE, channel))))
                .containsExactly("Refused RECIPIENT_UNREACHABLE");
    }

    @Test
    void whoIsNotOnWhatsAppIsReachedBySms() {
        Sandbox sandbox = new Sandbox();

        for (MagicRecipient recipient : EnumSet.of(MagicRecipient.NOT_ON_WHATSAPP, MagicRecipient.WINDOW_CLOSED)) {
            Dispatch dispatch = sandbox.dispatch(Channel.SMS, new PhoneNumber(recipient.number()));
            assertThat(sandbox.connector.send(dispatch)).isInstanceOf(Outcome.Accepted.class);
        }
    }

    @Test
    void whoFailsLaterSaysWhy() {
        Sandbox sandbox = new Sandbox();
        sandbox.connector.send(
                sandbox.dispatch(Channel.WHATSAPP, new PhoneNumber(MagicRecipient.FAILS_LATER.number())));

        sandbox.pass(LONG_ENOUGH);

        Receipt last = sandbox.receipts.getLast();
        assertThat(last.failure()).isNotNull();
        assertThat(last.failure().code()).isEqualTo("131026");
    }

    @Test
    void outOfOrderReceiptsSayWhenTheirStepWasTaken() {
        Sandbox sandbox = new Sandbox();
        sandbox.connector.send(
                sandbox.dispatch(Channel.WHATSAPP, new PhoneNumber(MagicRecipient.OUT_OF_ORDER_RECEIPTS.number())));

        sandbox.pass(LONG_ENOUGH);

        assertThat(sandbox.receipts)
                .extracting(receipt -> Duration.between(Sandbox.START, receipt.at()).toMillis())
                .containsExactly(4000L, 500L, 200L);
    }

    @Test
    void earlyReceiptsAreReportedBeforeTheSendIsAnswered() {
        Sandbox sandbox = new Sandbox();

        sandbox.connector.send(
                sandbox.dispatch(Channel.WHATSAPP, new PhoneNumber(MagicRecipient.EARLY_RECEIPTS.number())));

        assertThat(sandbox.receipts).hasSize(3);
        assertThat(sandbox.ledger.nextDue()).isEmpty();
    }

    @Test
    void receiptsNameOurMessageWhenTheAnswerWasLost() {
        Sandbox sandbox = new Sandbox();
        Dispatch dispatch = sandbox.dispatch(Channel.WHATSAPP, new PhoneNumber(MagicRecipient.LOST_ANSWER.number()));
        sandbox.connector.send(dispatch);

        sandbox.pass(LONG_ENOUGH);

        assertThat(sandbox.receipts)
                .hasSize(3)
                .allSatisfy(receipt -> assertThat(receipt.message()).isEqualTo(dispatch.message().id()));
    }

    @Test
    void aLostAnswerCanBeAskedForAndANeverGivenOneCannot() {
        Sandbox sandbox = new Sandbox();
        Dispatch lost = sandbox.dispatch(Channel.WHATSAPP, new PhoneNumber(MagicRecipient.LOST_ANSWER.number()));
        Dispatch never = sandbox.dispatch(Channel.WHATSAPP, new PhoneNumber(MagicRecipient.NEVER_ANSWERS.number()));
        sandbox.connector.send(lost);
        sandbox.connector.send(never);

        assertThat(sandbox.connector.outcomeOf(lost)).containsInstanceOf(Outcome.Accepted.class);
        assertThat(sandbox.connector.outcomeOf(never)).isEmpty();
    }

    private static List<Report> reached() {
        return List.of(new Report(200, SENT), new Report(500, DELIVERED), new Report(4000, READ));
    }

    private static Address address(MagicRecipient recipient, Channel channel) {
        return switch (channel) {
            case SMS, SMS_ONEWAY, WHATSAPP, VOICE -> new PhoneNumber(recipient.number());
            case EMAIL -> new EmailAddress(recipient.mailbox());
            case TELEGRAM, INSTAGRAM, MESSENGER -> new ChatId(recipient.number().substring(1));
        };
    }

    /** Sends again for as long as the provider has not taken the message but may yet. */
    private static List<String> sendUntilSettled(Sandbox sandbox, Dispatch dispatch) {
        List<String> outcomes = new ArrayList<>();
        while (true) {
            Outcome outcome = sandbox.connector.send(dispatch);
            switch (outcome) {
                case Outcome.Accepted _ -> outcomes.add("Accepted");
                case Outcome.Refused(var failure) -> outcomes.add("Refused " + failure.code());
                case Outcome.Throttled _ -> outcomes.add("Throttled");
                case Outcome.Unavailable _ -> outcomes.add("Unavailable");
                case Outcome.Unknown _ -> outcomes.add("Unknown");
            }
            if (!(outcome instanceof Outcome.Throttled) && !(outcome instanceof Outcome.Unavailable)) {
                return outcomes;
            }
        }
    }
}
