package io.stele.adapters.zavu.webhook;

import java.util.Arrays;
import java.util.Optional;

/**
 * The events of Zavu's that a webhook can ask for (contract §4.3), those included that never happen here, and {@code message.reaction}, which
 * older clients ask for.
 */
public enum ZavuEventType {
    MESSAGE_QUEUED("message.queued"),
    MESSAGE_SENT("message.sent"),
    MESSAGE_DELIVERED("message.delivered"),
    MESSAGE_READ("message.read"),
    MESSAGE_FAILED("message.failed"),
    /** A person wrote or reacted. */
    MESSAGE_INBOUND("message.inbound"),
    /** A person reacted; told beside {@link #MESSAGE_INBOUND}, with the same data. */
    MESSAGE_REACTION("message.reaction"),
    /** Something came that is no message as Zavu knows them; told instead of {@link #MESSAGE_INBOUND}. */
    MESSAGE_UNSUPPORTED("message.unsupported"),
    /** A contact's story, and no receipt. */
    MESSAGE_STATUS("message.status"),
    /** A person wrote for the first time; told before {@link #MESSAGE_INBOUND}. */
    CONVERSATION_NEW("conversation.new"),
    TEMPLATE_STATUS_CHANGED("template.status_changed"),
    BROADCAST_STATUS_CHANGED("broadcast.status_changed"),
    INVITATION_STATUS_CHANGED("invitation.status_changed"),
    CALL_INITIATED("call.initiated"),
    CALL_ANSWERED("call.answered"),
    CALL_COMPLETED("call.completed"),
    CALL_FAILED("call.failed"),
    DOMAIN_VERIFIED("domain.verified"),
    DOMAIN_FAILED("domain.failed");

    private final String word;

    ZavuEventType(String word) {
        this.word = word;
    }

    /** Its name in subscriptions, bodies and headers. */
    public String word() {
        return word;
    }

    /** The event with this name; empty when Zavu has none. */
    public static Optional<ZavuEventType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
