package io.stele.server.api.kapso;

import io.stele.core.refusal.Rejection;

/** What Kapso's clients read; some of them look for these very words (contract §1.4). */
final class Sentences {

    static final String KEY = "Invalid or missing API key";
    static final String RATE = "Rate limit exceeded";
    static final String TRY_LATER = "Too many requests, try again later.";
    static final String WINDOW = "Cannot send non-template messages outside the 24-hour window.";
    static final String WINDOW_ADVICE = "Send a WhatsApp template message to reopen the session.";
    static final String KEY_REUSED = "The idempotency key was used for another request.";
    static final String ACCOUNT_MISMATCH = "messaging_account_id is not the account of this phone number.";
    static final String MARKETING_STOPPED = "The contact has asked to get no marketing messages";
    static final String DISCONNECTED = "The number has been disconnected";
    static final String ALREADY_CONNECTED = "WhatsApp phone number is already connected";
    static final String META_WEBHOOK = "The phone number has a webhook of the kind meta already";
    static final String ASSIGNMENT = "assigned_user_id and unassigned exclude each other";
    static final String OTHER_ACTIVE = "Another conversation with this contact is active";

    private Sentences() {}

    static String notFound(Rejection.Resource resource) {
        return switch (resource) {
            case MESSAGE -> "Message not found";
            case CONVERSATION, THREAD -> "WhatsApp conversation not found";
            case CONTACT -> "WhatsApp contact not found";
            case SENDER, ENDPOINT -> "WhatsApp phone number not found or not accessible in this project";
            case TEMPLATE -> "Template not found";
            case ATTACHMENT -> "Attachment not found";
            case CUSTOMER -> "Customer not found";
            case APP -> "App not found";
            case WEBHOOK -> "Webhook not found";
            case WEBHOOK_DELIVERY -> "Webhook delivery not found";
            case MEDIA -> "Media not found";
        };
    }

    static String contentType(String contentType) {
        return contentType.isEmpty()
                ? "Bodies are application/json"
                : "Bodies are application/json, not " + contentType;
    }

    static String contentCoding(String coding) {
        return "Bodies must not be compressed, as " + coding + " is";
    }

    static String tooLarge(long limit) {
        return "The body may have at most " + limit + " bytes";
    }
}
