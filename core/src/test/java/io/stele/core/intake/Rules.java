package io.stele.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.message.Content;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** What the tests of the rules share: rows of their tables, and how a row is asserted. */
final class Rules {

    private Rules() {}

    /** A row: this content breaks this rule on WhatsApp. */
    static Arguments refused(String name, Content content, Field field, String reason, Integer... positions) {
        return refusedOn(Channel.WHATSAPP, name, content, field, reason, positions);
    }

    /** A row: this content breaks this rule on this channel. */
    static Arguments refusedOn(
            Channel channel, String name, Content content, Field field, String reason, Integer... positions) {
        return Arguments.of(name, channel, content, new Rejection.InvalidField(field, List.of(positions), reason));
    }

    /** A row: WhatsApp takes this content. */
    static Arguments taken(String name, Content content) {
        return takenOn(Channel.WHATSAPP, name, content);
    }

    /** A row: this channel takes this content. */
    static Arguments takenOn(Channel channel, String name, Content content) {
        return Arguments.of(name, channel, content);
    }

    static void assertRefused(Channel channel, Content content, Rejection expected) {
        assertThat(ContentRules.check(channel, content)).contains(expected);
    }

    static void assertTaken(Channel channel, Content content) {
        assertThat(ContentRules.check(channel, content)).isEmpty();
    }

    /** Text of so many characters, each of which takes two UTF-16 units. */
    static String words(int characters) {
        return "😀".repeat(characters);
    }
}
