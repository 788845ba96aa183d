package io.stele.adapters.chirp.webhook;

import java.util.Arrays;
import java.util.Optional;

/** The events of Chirp's whose names are known (contract §6.2), those included that never happen here. */
public enum ChirpEventType {
    SMS_RECEIVED("messages.sms.received"),
    SMS_SENT("messages.sms.sent"),
    SMS_DELIVERED("messages.sms.delivered"),
    SMS_FAILED("messages.sms.failed"),
    MESSAGE_RECEIVED("messages.whatsapp.received"),
    MESSAGE_SENT("messages.whatsapp.sent"),
    MESSAGE_DELIVERED("messages.whatsapp.delivered"),
    MESSAGE_READ("messages.whatsapp.read"),
    MESSAGE_FAILED("messages.whatsapp.failed"),
    TEMPLATE_CREATED("templates.whatsapp.created"),
    TEMPLATE_UPDATED("templates.whatsapp.updated"),
    TEMPLATE_DELETED("templates.whatsapp.deleted"),
    TEMPLATE_CONNECTED("templates.whatsapp.connected"),
    CONTACT_CREATED("contacts.whatsapp.created"),
    CONTACT_UPDATED("contacts.whatsapp.updated"),
    CONTACT_DELETED("contacts.whatsapp.deleted"),
    ACCOUNT_CONNECTED("whatsapp.account.connected"),
    ACCOUNT_DISCONNECTED("whatsapp.account.disconnected");

    private final String word;

    ChirpEventType(String word) {
        this.word = word;
    }

    /** Its name in subscriptions and bodies. */
    public String word() {
        return word;
    }

    /** The event with this name; empty for a name that is not known, which a webhook may ask for all the same. */
    public static Optional<ChirpEventType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
