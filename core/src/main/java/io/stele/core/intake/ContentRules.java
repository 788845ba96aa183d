package io.stele.core.intake;

import io.stele.core.channel.Channel;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import io.stele.core.refusal.Rejection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each channel allows a message to say. Where the APIs of one channel differ in a limit, the channel's own holds, so that none refuses
 * what another may send.
 */
public final class ContentRules {

    private ContentRules() {}

    /** The first rule that the content breaks on this channel; empty when it breaks none. */
    public static Optional<Rejection> check(Channel channel, Content content) {
        return ContentChannels.carrying(content).contains(channel)
                ? Check.all(broken(channel, content), SizeRules.broken(content)).findFirst().map(Rejection.class::cast)
                : Optional.of(new Rejection.ContentNotSupported(channel, ContentKind.of(content)));
    }

    private static Stream<Rejection.InvalidField> broken(Channel channel, Content content) {
        return switch (content) {
            case Text text -> TextRules.broken(channel, text);
            case Media media -> MediaRules.broken(channel, media);
            case Location place -> LocationRules.broken(place);
            case ContactCards cards -> ContactRules.broken(cards);
            case Reaction reaction -> ReactionRules.broken(reaction);
            case Interactive interactive -> InteractiveRules.broken(interactive);
            case TemplateUse use -> TemplateRules.broken(use);
            case Email email -> EmailRules.broken(email);
            case Speech speech -> SpeechRules.broken(speech);
            // no channel carries them, so that they have no rule to break
            case Reply _, Order _, SystemNote _, Unsupported _ -> Stream.empty();
        };
    }
}
