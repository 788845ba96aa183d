package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.example.Examples;
import io.stele.core.example.FixedDirectory;
import io.stele.core.example.MessageBuilder;
import io.stele.core.intake.SenderChoice;
import io.stele.core.message.Message;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SendersTest {

    private static final Sender SECOND =
            new Sender(new SenderId(new UUID(0, 22)), Examples.SCOPE, "Second", false, Examples.NOW);
    private static final SenderId UNKNOWN = new SenderId(new UUID(0, 77));
    private static final Message MESSAGE = MessageBuilder.message().inbound().build();

    private final Senders senders = new Senders(
            new FixedDirectory(List.of(Examples.SENDER, SECOND), List.of(Examples.endpoint(Channel.WHATSAPP))));

    static List<SenderChoice> able() {
        return List.of(
                new SenderChoice.Default(),
                new SenderChoice.Through(Examples.endpointId(Channel.WHATSAPP)),
                new SenderChoice.Named(Examples.SENDER_ID));
    }

    @ParameterizedTest
    @MethodSource("able")
    void theSenderOfTheMessageAndNoneAtAllWillDo(SenderChoice choice) {
        assertThatCode(() -> senders.require(Examples.SCOPE, choice, MESSAGE)).doesNotThrowAnyException();
    }

    @Test
    void anotherSenderCannotActOnTheMessage() {
        assertRefused(
                () -> senders.require(Examples.SCOPE, new SenderChoice.Named(SECOND.id()), MESSAGE),
                new Rejection.WrongState("The message is not one of the sender that is named"));
    }

    @Test
    void aSenderThatIsNotThereIsNotFoundUnderTheNameThatTheCallerGave() {
        Rejection expected = new Rejection.NotFound(Rejection.Resource.SENDER, ZavuIds.text(UNKNOWN.value()));

        assertRefused(() -> senders.require(Examples.SCOPE, new SenderChoice.Named(UNKNOWN)), expected);
        assertRefused(() -> senders.require(Examples.SCOPE, new SenderChoice.Named(UNKNOWN), MESSAGE), expected);
    }

    private static void assertRefused(ThrowingCallable call, Rejection expected) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(expected));
    }
}
