package io.stele.adapters.connector.sandbox;

import static io.stele.core.message.Status.DELIVERED;
import static io.stele.core.message.Status.READ;
import static io.stele.core.message.Status.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Connector;
import io.stele.core.delivery.Dispatch;
import io.stele.core.delivery.Doubt;
import io.stele.core.delivery.Outcome;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.ContentKind;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SandboxConnectorTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final Sandbox sandbox = new Sandbox();

    static Stream<Arguments> journeys() {
        return Stream.of(
                Arguments.of(Channel.WHATSAPP, List.of(SENT, DELIVERED, READ)),
                Arguments.of(Channel.TELEGRAM, List.of(DELIVERED)),
                Arguments.of(Channel.SMS, List.of(SENT, DELIVERED)),
                Arguments.of(Channel.SMS_ONEWAY, List.of(SENT, DELIVERED)),
                Arguments.of(Channel.EMAIL, List.of(SENT, DELIVERED)),
                Arguments.of(Channel.INSTAGRAM, List.of(SENT, DELIVERED)),
                Arguments.of(Channel.MESSENGER, List.of(SENT, DELIVERED)),
                Arguments.of(Channel.VOICE, List.of(SENT, DELIVERED)));
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void reportsWhatTheChannelCanTell(Channel channel, List<Status> statuses) {
        sandbox.connector.send(sandbox.dispatch(channel, Sandbox.somebody(channel)));

        sandbox.pass(LONG_ENOUGH);

        assertThat(sandbox.receipts).extracting(Receipt::status).isEqualTo(statuses);
    }

    @Test
    void reportsOfAReactionOnlyThatItWasSent() {
        sandbox.connector.send(sandbox.dispatch(
                Channel.WHATSAPP,
                Sandbox.somebody(Channel.WHATSAPP),
                new Reaction(MessageReference.foreign("wamid.AAAA"), "👍")));

        sandbox.pass(LONG_ENOUGH);

        assertThat(sandbox.receipts).extracting(Receipt::status).containsExactly(SENT);
    }

    @Test
    void nobodyReadsWhenTheClockSaysNever() {
        Sandbox unread = new Sandbox(new SandboxClock(Duration.ZERO, Duration.ZERO, null));
        unread.connector.send(unread.dispatch(Channel.WHATSAPP, Sandbox.somebody(Channel.WHATSAPP)));

        unread.pass(LONG_ENOUGH);

        assertThat(unread.receipts).extracting(Receipt::status).containsExactly(SENT, DELIVERED);
    }

    @ParameterizedTest
    @EnumSource
    void receiptsNameTheEndpointAndTheIdOfTheAnswer(Channel channel) {
        Dispatch dispatch = sandbox.dispatch(channel, Sandbox.somebody(channel));
        String id = id(sandbox.connector.send(dispatch));

        sandbox.pass(LONG_ENOUGH);

        assertThat(sandbox.receipts).isNotEmpty().allSatisfy(receipt -> {
            assertThat(receipt.endpoint()).isEqualTo(dispatch.endpoint().id());
            assertThat(receipt.providerMessageId()).isEqualTo(id);
            assertThat(receipt.message()).isNull();
        });
    }

    @Test
    void takesAMessageOnceHoweverOftenItIsHandedIn() {
        Dispatch dispatch = sandbox.dispatch(Channel.WHATSAPP, Sandbox.somebody(Channel.WHATSAPP));

        Outcome first = sandbox.connector.send(dispatch);
        sandbox.clock.advance(Duration.ofMillis(100));
        Outcome second = sandbox.connector.send(dispatch);
        sandbox.pass(LONG_ENOUGH);

        assertThat(second).isEqualTo(first);
        assertThat(sandbox.receipts).extracting(Receipt::status).containsExactly(SENT, DELIVERED, READ);
        assertThat(sandbox.ledger.entry(dispatch.endpoint(), dispatch.message().id()))
                .hasValueSatisfying(entry -> assertThat(entry.attempts()).isEqualTo(2));
    }

    @Test
    void takesAMessageAnewWhenItComesByAnotherEndpoint() {
        Dispatch failed = sandbox.dispatch(Channel.WHATSAPP, Sandbox.somebody(Channel.WHATSAPP));
        Endpoint sms = sandbox.dispatch(Channel.SMS, Sandbox.somebody(Channel.SMS)).endpoint();
        String onWhatsApp = id(sandbox.connector.send(failed));
        sandbox.pass(LONG_ENOUGH);
        sandbox.receipts.clear();

        String bySms = id(sandbox.connector.send(new Dispatch(failed.message(), sms, 2)));
        sandbox.pass(LONG_ENOUGH);

        assertThat(bySms).isNotEqualTo(onWhatsApp);
        assertThat(sandbox.receipts).extracting(Receipt::status).containsExactly(SENT, DELIVERED);
    }

    @Test
    void answersWhatBecameOfAMessage() {
        Dispatch dispatch = sandbox.dispatch(Channel.WHATSAPP, Sandbox.somebody(Channel.WHATSAPP));

        assertThat(sandbox.connector.outcomeOf(dispatch)).isEmpty();
        Outcome outcome = sandbox.connector.send(dispatch);
        assertThat(sandbox.connector.outcomeOf(dispatch)).contains(outcome);
    }

    @Test
    void givesWhatsAppMessagesAnIdThatIsNotOurOwnInKapsosForm() {
        String id = id(sandbox.connector.send(sandbox.dispatch(Channel.WHATSAPP, Sandbox.somebody(Channel.WHATSAPP))));

        assertThat(id).matches("wamid\\.[A-Za-z0-9_=-]{28,}");
    }

    @Test
    void carriesWhatCanBeSentOnEveryChannel() {
        Connector.Descriptor descriptor = sandbox.connector.descriptor();

        assertThat(descriptor.name()).isEqualTo("sandbox");
        assertThat(descriptor.doubt()).isEqualTo(Doubt.failAfter(Duration.ofMinutes(10)));
        assertThat(descriptor.contents()).containsOnlyKeys(Channel.values());
        assertThat(descriptor.contents().values()).allSatisfy(kinds -> assertThat(kinds)
                .contains(ContentKind.TEXT, ContentKind.TEMPLATE, ContentKind.EMAIL)
                .doesNotContain(ContentKind.BUTTON, ContentKind.ORDER, ContentKind.SYSTEM, ContentKind.UNSUPPORTED));
    }

    @Test
    void aReceiptThatCouldNotBeTakenInIsReportedAgain() {
        List<Receipt> taken = new ArrayList<>();
        boolean[] broken = {true};
        SandboxReceipts reporting = new SandboxReceipts(sandbox.ledger, batch -> {
            if (broken[0]) {
                throw new IllegalStateException("the store is away");
            }
            taken.addAll(batch);
        });
        sandbox.connector.send(sandbox.dispatch(Channel.SMS, Sandbox.somebody(Channel.SMS)));
        sandbox.clock.advance(LONG_ENOUGH);

        assertThat(catchThrowable(() -> reporting.reportDue(sandbox.clock.instant()))).isInstanceOf(IllegalStateException.class);
        broken[0] = false;

        assertThat(reporting.reportDue(sandbox.clock.instant())).isEqualTo(2);
        assertThat(reporting.reportDue(sandbox.clock.instant())).isZero();
        assertThat(taken).extracting(Receipt::status).containsExactly(SENT, DELIVERED);
    }


    private static String id(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).providerMessageId();
    }
}
