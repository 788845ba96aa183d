package io.stele.adapters.kapso.webhook;

import java.util.Arrays;
import java.util.Optional;

/** The events of Kapso's that can happen here (contract section 4.2). */
public enum KapsoEvent {
    MESSAGE_RECEIVED("whatsapp.message.received", Level.NUMBER),
    MESSAGE_SENT("whatsapp.message.sent", Level.NUMBER),
    MESSAGE_DELIVERED("whatsapp.message.delivered", Level.NUMBER),
    MESSAGE_READ("whatsapp.message.read", Level.NUMBER),
    MESSAGE_FAILED("whatsapp.message.failed", Level.NUMBER),
    CONVERSATION_CREATED("whatsapp.conversation.created", Level.NUMBER),
    CONVERSATION_ENDED("whatsapp.conversation.ended", Level.NUMBER),
    CONVERSATION_INACTIVE("whatsapp.conversation.inactive", Level.NUMBER),
    CONTACT_IDENTITY_CHANGED("whatsapp.contact.identity_changed", Level.NUMBER),
    CONTACT_MARKETING_PREFERENCE_CHANGED("whatsapp.contact.marketing_preference_changed", Level.NUMBER),
    PHONE_NUMBER_CREATED("whatsapp.phone_number.created", Level.PROJECT),
    PHONE_NUMBER_DELETED("whatsapp.phone_number.deleted", Level.PROJECT),
    ACCOUNT_VIOLATION("whatsapp.account.violation", Level.PROJECT),
    ACCOUNT_RESTRICTED("whatsapp.account.restricted", Level.PROJECT),
    ACCOUNT_DISABLED("whatsapp.account.disabled", Level.PROJECT),
    ACCOUNT_REINSTATED("whatsapp.account.reinstated", Level.PROJECT);

    /** Which webhooks are told of an event. */
    public enum Level {
        /** Those of the number where it happened. */
        NUMBER,
        /** Those of the project. */
        PROJECT
    }

    private final String word;
    private final Level level;

    KapsoEvent(String word, Level level) {
        this.word = word;
        this.level = level;
    }

    /** The event with this name; empty when none that can happen here has it. */
    public static Optional<KapsoEvent> of(String word) {
        return Arrays.stream(values()).filter(event -> event.word.equals(word)).findFirst();
    }

    /** Its name in subscriptions and headers. */
    public String word() {
        return word;
    }

    /** Whether several of them in a conversation can be told together (contract section 4.5). */
    boolean canBeBuffered() {
        return this == MESSAGE_RECEIVED;
    }

    /** Which webhooks are told of it. */
    public Level level() {
        return level;
    }
}
