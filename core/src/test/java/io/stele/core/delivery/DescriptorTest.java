package io.stele.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.delivery.Connector.Descriptor;
import io.stele.core.example.Examples;
import io.stele.core.example.MessageBuilder;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Failure;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.Text;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptorTest {

    private static final Descriptor DESCRIPTOR = new Descriptor(
            "example",
            Map.of(Channel.WHATSAPP, Set.of(ContentKind.TEXT, ContentKind.INTERACTIVE)),
            Doubt.failAfter(Duration.ofMinutes(1)));

    @Test
    void objectsToNothingThatItClaims() {
        assertThat(DESCRIPTOR.objection(dispatch(Channel.WHATSAPP, Text.of("Hello")))).isEmpty();
    }

    static Stream<Arguments> unclaimed() {
        return Stream.of(
                Arguments.of(Channel.WHATSAPP, new Speech("Hello", null), "example carries no speech on whatsapp"),
                Arguments.of(Channel.SMS_ONEWAY, Text.of("Hello"), "example carries no text on sms oneway"),
                Arguments.of(
                        Channel.WHATSAPP,
                        new Reply.ButtonReply("y", "Yes"),
                        "example carries no replies on whatsapp"));
    }

    @ParameterizedTest
    @MethodSource("unclaimed")
    void objectsToEverythingElseAndSaysWhy(Channel channel, Content content, String details) {
        assertThat(DESCRIPTOR.objection(dispatch(channel, content)))
                .contains(new Failure("CONTENT_NOT_SUPPORTED", "The channel cannot carry this content", details));
    }

    private static Dispatch dispatch(Channel channel, Content content) {
        return new Dispatch(MessageBuilder.message().saying(content).build(), Examples.endpoint(channel), 1);
    }
}
