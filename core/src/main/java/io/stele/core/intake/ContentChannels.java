package io.stele.core.intake;

import io.stele.core.channel.Channel;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import java.util.EnumSet;
import java.util.Set;

/** Which channels can say what (Zavu contract §3.1). */
final class ContentChannels {

    private ContentChannels() {}

    /** The channels that carry such content; empty for content that only ever comes in. */
    static Set<Channel> carrying(Content content) {
        return switch (content) {
            case Text _ -> EnumSet.of(
                    Channel.WHATSAPP,
                    Channel.SMS,
                    Channel.SMS_ONEWAY,
                    Channel.TELEGRAM,
                    Channel.INSTAGRAM,
                    Channel.MESSENGER);
            case TemplateUse _ -> EnumSet.of(
                    Channel.WHATSAPP, Channel.SMS, Channel.SMS_ONEWAY, Channel.TELEGRAM, Channel.INSTAGRAM);
            case Media media when media.kind() == MediaKind.STICKER -> EnumSet.of(Channel.WHATSAPP);
            case Media _, Location _, ContactCards _ -> EnumSet.of(Channel.WHATSAPP, Channel.TELEGRAM);
            case Interactive _, Reaction _ -> EnumSet.of(Channel.WHATSAPP);
            case Email _ -> EnumSet.of(Channel.EMAIL);
            case Speech _ -> EnumSet.of(Channel.VOICE);
            case Reply _, Order _, SystemNote _, Unsupported _ -> EnumSet.noneOf(Channel.class);
        };
    }
}
