package io.stele.core.intake;

import io.stele.core.channel.Channel;
import io.stele.core.message.Text;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.stream.Stream;

/** Plain text is not blank, and as long as the channel's provider takes it at most. */
final class TextRules {

    private static final int LONGEST_ON_WHATSAPP = 4096;
    private static final int LONGEST_ON_TELEGRAM = 4096;
    private static final int LONGEST_ON_MESSENGER = 2000;
    private static final int LONGEST_ON_INSTAGRAM = 1000;
    /** Ten segments of 160 characters. */
    private static final int LONGEST_BY_SMS = 1600;

    private TextRules() {}

    static Stream<InvalidField> broken(Channel channel, Text text) {
        return Check.required(Field.TEXT_BODY, text.body(), longest(channel));
    }

    private static int longest(Channel channel) {
        return switch (channel) {
            case WHATSAPP -> LONGEST_ON_WHATSAPP;
            case TELEGRAM -> LONGEST_ON_TELEGRAM;
            case MESSENGER -> LONGEST_ON_MESSENGER;
            case INSTAGRAM -> LONGEST_ON_INSTAGRAM;
            case SMS, SMS_ONEWAY -> LONGEST_BY_SMS;
            case EMAIL, VOICE -> throw new IllegalArgumentException(channel + " does not carry plain text");
        };
    }
}
