package io.stele.core.delivery;

import static io.stele.core.example.Examples.endpoint;
import static io.stele.core.example.MessageBuilder.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.channel.Channel;
import io.stele.core.channel.SenderId;
import io.stele.core.example.Examples;
import io.stele.core.example.FixedDirectory;
import io.stele.core.message.Failure;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Message;
import io.stele.core.message.Text;
import io.stele.core.project.Mode;
import io.stele.core.project.Scope;
import io.stele.core.time.SettableClock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FallbackTest {

    private static final Failure FAILURE = new Failure("131026", "Message undeliverable", null);
    private static final Instant DUE = Examples.NOW.plusSeconds(5);

    private final SettableClock clock = new SettableClock(Examples.NOW);

    @Test
    void aTextGoesBySmsFiveSecondsLater() {
        assertThat(fallback(FixedDirectory.of(endpoint(Channel.WHATSAPP), endpoint(Channel.SMS)))
                        .after(message().fallback().build(), FAILURE))
                .contains(new Reroute(endpoint(Channel.SMS), DUE));
    }

    @Test
    void oneWaySmsServesWhereThereIsNoOther() {
        assertThat(fallback(FixedDirectory.of(endpoint(Channel.SMS_ONEWAY)))
                        .after(message().fallback().build(), FAILURE))
                .contains(new Reroute(endpoint(Channel.SMS_ONEWAY), DUE));
        assertThat(fallback(FixedDirectory.of(endpoint(Channel.SMS_ONEWAY), endpoint(Channel.SMS)))
                        .after(message().fallback().build(), FAILURE))
                .contains(new Reroute(endpoint(Channel.SMS), DUE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nothingFollows(String why, Message message) {
        assertThat(fallback(FixedDirectory.of(endpoint(Channel.SMS))).after(message, FAILURE))
                .isEmpty();
    }

    static Stream<Arguments> nothingFollows() {
        SenderId another = new SenderId(new UUID(0, 77));
        Scope test = new Scope(Examples.SCOPE.project(), Mode.TEST);
        return Stream.of(
                Arguments.of("not wanted", message().build()),
                Arguments.of("has been an SMS already", message().fallback().on(Channel.SMS).build()),
                Arguments.of("no sender", message().fallback().sender(null).build()),
                Arguments.of("another sender", message().fallback().sender(another).build()),
                Arguments.of("another mode", message().fallback().scope(test).build()),
                Arguments.of(
                        "no phone number",
                        message().fallback().with(new BusinessScopedUserId("US.1")).build()),
                Arguments.of(
                        "no text",
                        message()
                                .fallback()
                                .saying(Media.of(MediaKind.IMAGE, MediaFile.ofId("7")))
                                .build()),
                Arguments.of(
                        "too long for an SMS",
                        message().fallback().saying(Text.of("a".repeat(1601))).build()));
    }

    @Test
    void aDisconnectedEndpointIsNotUsed() {
        assertThat(fallback(FixedDirectory.of(Examples.disconnected(Channel.SMS), endpoint(Channel.SMS_ONEWAY)))
                        .after(message().fallback().build(), FAILURE))
                .contains(new Reroute(endpoint(Channel.SMS_ONEWAY), DUE));
    }

    @Test
    void anEndpointOfAnotherSenderIsNotUsed() {
        assertThat(fallback(FixedDirectory.of(endpoint(Channel.SMS, new SenderId(new UUID(0, 77))), endpoint(Channel.SMS_ONEWAY, null)))
                        .after(message().fallback().build(), FAILURE))
                .isEmpty();
    }

    private Fallback fallback(FixedDirectory directory) {
        return new Fallback(directory, clock);
    }
}
