package io.stele.core.intake;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.ContactBook;
import io.stele.core.message.Content;
import io.stele.core.message.Message;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.project.Scope;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.util.List;

/** Finds the message that a reaction is about, which decides where it goes: to that message's person, through that message's endpoint. */
final class ReactionTargets {

    private final References references;
    private final ContactBook contacts;

    /**
     * What is to be sent, and through which endpoints it can be.
     *
     * @param endpoints the sender's; of a reaction, the one that carried its message
     */
    record Aim(Content content, List<Endpoint> endpoints) {}

    ReactionTargets(References references, ContactBook contacts) {
        this.references = references;
        this.contacts = contacts;
    }

    /**
     * The draft's content with the message that a reaction is about looked up; any other content as it is.
     *
     * @param endpoints of the draft's sender
     * @throws RejectedException when a reaction is about no WhatsApp message of this sender and this recipient
     */
    Aim aim(Scope scope, Draft draft, List<Endpoint> endpoints) {
        if (!(draft.content() instanceof Reaction(MessageReference reference, String emoji))) {
            return new Aim(draft.content(), endpoints);
        }
        Message target =
                references.find(scope, reference).orElseThrow(() -> refused("does not name a message"));
        if (target.channel() != Channel.WHATSAPP) {
            throw refused("must name a WhatsApp message");
        }
        if (!isWith(scope, target, draft.to())) {
            throw refused("must name a message to or from the recipient");
        }
        List<Endpoint> carrying = endpoints.stream()
                .filter(endpoint -> endpoint.id().equals(target.endpoint()))
                .toList();
        if (carrying.isEmpty()) {
            throw refused("must name a message of the same sender");
        }
        return new Aim(new Reaction(MessageReference.to(target), emoji), carrying);
    }

    /** Whether the message was exchanged with this person, be it under another address of theirs. */
    private boolean isWith(Scope scope, Message message, Address person) {
        return message.contactAddress().equals(person)
                || contacts.contact(scope, person)
                        .filter(contact -> contact.id().equals(message.contactId()))
                        .isPresent();
    }

    private static RejectedException refused(String reason) {
        return new RejectedException(new Rejection.InvalidField(Field.REACTION_TARGET, reason));
    }
}
