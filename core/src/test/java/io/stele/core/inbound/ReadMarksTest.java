package io.stele.core.inbound;

import static io.stele.core.example.Examples.endpoint;
import static io.stele.core.example.MessageBuilder.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Connector;
import io.stele.core.delivery.Connector.ReadMarks.Marked;
import io.stele.core.delivery.Connectors;
import io.stele.core.delivery.Dispatch;
import io.stele.core.delivery.Doubt;
import io.stele.core.delivery.Outcome;
import io.stele.core.example.Examples;
import io.stele.core.example.FixedDirectory;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadMarksTest {

    private static final Message HELLO =
            message().inbound().providerMessageId("wamid.HELLO").build();
    private static final Rejection NOT_INBOUND_WHATSAPP =
            new Rejection.WrongState("Only an inbound WhatsApp message can be marked as read");

    private final RecordingInboundStore store = new RecordingInboundStore();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:15:00.123456Z"));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theProviderIsToldAndThenItIsWritten(boolean typing) {
        Marking connector = new Marking();

        marks(connector).mark(HELLO, typing);

        assertThat(connector.marks).containsExactly(new Mark(endpoint(Channel.WHATSAPP), "wamid.HELLO", typing));
        assertThat(store.markedRead)
                .containsExactly(new RecordingInboundStore.MarkedRead(
                        Examples.SCOPE, HELLO.id(), Instant.parse("2026-03-02T08:15:00.123Z")));
    }

    @Test
    void nothingIsWrittenWhenTheProviderCannotBeTold() {
        Marking connector = new Marking() {
            @Override
            public Marked markRead(Endpoint endpoint, String providerMessageId, boolean typing) {
                throw new IllegalStateException("no answer");
            }
        };

        assertThatThrownBy(() -> marks(connector).mark(HELLO, false)).isInstanceOf(IllegalStateException.class);
        assertThat(store.markedRead).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void whatTheProviderSaysIsTheAnswerAndNothingIsWritten(Marked said, Rejection expected) {
        Marking connector = new Marking() {
            @Override
            public Marked markRead(Endpoint endpoint, String providerMessageId, boolean typing) {
                return said;
            }
        };

        assertThatThrownBy(() -> marks(connector).mark(HELLO, false))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(expected));
        assertThat(store.markedRead).isEmpty();
    }

    static Stream<Arguments> whatTheProviderSaysIsTheAnswerAndNothingIsWritten() {
        Failure failure = new Failure("131009", "Parameter value is not valid", "The message does not exist");
        return Stream.of(
                Arguments.of(new Marked.Refused(failure), new Rejection.ProviderRefused(failure)),
                Arguments.of(
                        new Marked.Unavailable(Duration.ofSeconds(7)),
                        new Rejection.ProviderUnavailable(Duration.ofSeconds(7))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isRefused(String why, Message message, List<Connector> connectors, FixedDirectory directory, Rejection expected) {
        ReadMarks marks = new ReadMarks(store, directory, new Connectors(connectors), clock);

        assertThatThrownBy(() -> marks.mark(message, false))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(expected));
        assertThat(store.markedRead).isEmpty();
    }

    static Stream<Arguments> isRefused() {
        FixedDirectory directory = FixedDirectory.of(endpoint(Channel.WHATSAPP));
        List<Connector> marking = List.of(new Marking());
        return Stream.of(
                Arguments.of(
                        "outbound",
                        message().providerMessageId("wamid.OURS").build(),
                        marking,
                        directory,
                        NOT_INBOUND_WHATSAPP),
                Arguments.of(
                        "another channel",
                        message().inbound().on(Channel.SMS).providerMessageId("1").build(),
                        marking,
                        directory,
                        NOT_INBOUND_WHATSAPP),
                Arguments.of("no provider's id", message().inbound().build(), marking, directory, NOT_INBOUND_WHATSAPP),
                Arguments.of(
                        "no endpoint",
                        HELLO,
                        marking,
                        FixedDirectory.of(),
                        new Rejection.NotFound(
                                Rejection.Resource.ENDPOINT,
                                HELLO.endpoint().value().toString())),
                Arguments.of(
                        "disconnected",
                        HELLO,
                        marking,
                        FixedDirectory.of(Examples.disconnected(Channel.WHATSAPP)),
                        new Rejection.EndpointDisconnected()),
                Arguments.of(
                        "no connector",
                        HELLO,
                        List.of(),
                        directory,
                        new Rejection.WrongState("The endpoint's connector is not installed")),
                Arguments.of(
                        "no read marks",
                        HELLO,
                        List.of(new Sending()),
                        directory,
                        new Rejection.WrongState("The endpoint's connector has no read marks")));
    }

    private ReadMarks marks(Connector connector) {
        return new ReadMarks(
                store, FixedDirectory.of(endpoint(Channel.WHATSAPP)), new Connectors(List.of(connector)), clock);
    }

    private record Mark(Endpoint endpoint, String providerMessageId, boolean typing) {}

    private static class Sending implements Connector {

        @Override
        public Descriptor descriptor() {
            return new Descriptor("fake", Map.of(), Doubt.failAfter(Duration.ofMinutes(10)));
        }

        @Override
        public Outcome send(Dispatch dispatch) {
            throw new AssertionError("nothing is sent here");
        }
    }

    private static class Marking extends Sending implements Connector.ReadMarks {

        final List<Mark> marks = new ArrayList<>();

        @Override
        public Marked markRead(Endpoint endpoint, String providerMessageId, boolean typing) {
            marks.add(new Mark(endpoint, providerMessageId, typing));
            return new Marked.Done();
        }
    }
}
