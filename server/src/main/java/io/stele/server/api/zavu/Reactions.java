package io.stele.server.api.zavu;

import io.stele.adapters.WireException;
import io.stele.core.channel.Channel;
import io.stele.core.intake.ContentRules;
import io.stele.core.intake.Draft;
import io.stele.core.intake.SenderChoice;
import io.stele.core.message.Message;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;

/** Reactions to a message that the caller names in the path. */
final class Reactions {

    private Reactions() {}

    /**
     * A reaction to this message, to the person that it was exchanged with, through the endpoint that carried it.
     *
     * @param emoji empty takes an earlier reaction back
     * @throws RejectedException when the message is not on WhatsApp
     * @throws WireException when the emoji is none
     */
    static Draft draft(Message target, String emoji) {
        if (target.channel() != Channel.WHATSAPP) {
            throw new RejectedException(new Rejection.WrongState("Only a WhatsApp message can be reacted to"));
        }
        Reaction reaction = new Reaction(MessageReference.to(target), emoji);
        ContentRules.check(Channel.WHATSAPP, reaction).ifPresent(Reactions::refuse);
        return Draft.of(
                new SenderChoice.Through(target.endpoint()), target.contactAddress(), Channel.WHATSAPP, reaction);
    }

    /** The emoji has another place in this request than in a send. */
    private static void refuse(Rejection rejection) {
        if (rejection instanceof Rejection.InvalidField(var field, _, String reason) && field == Field.REACTION_EMOJI) {
            throw new WireException("emoji", reason);
        }
        throw new RejectedException(rejection);
    }
}
