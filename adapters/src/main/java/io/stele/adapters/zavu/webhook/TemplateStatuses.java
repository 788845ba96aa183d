package io.stele.adapters.zavu.webhook;

/** What WhatsApp's words for the status of a template are in Zavu's (contract §2.5). */
final class TemplateStatuses {

    private TemplateStatuses() {}

    /** {@code approved} for what can be sent, {@code pending} for what is looked at, and {@code rejected} for all else. */
    static String of(String status) {
        return switch (status) {
            case "APPROVED", "REINSTATED", "FLAGGED", "LOCKED" -> "approved";
            case "PENDING", "IN_APPEAL" -> "pending";
            default -> "rejected";
        };
    }
}
