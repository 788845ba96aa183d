package io.stele.core.inbound;

import java.util.List;

/**
 * What a provider tells us at once, each list in the order told. What came stands in exactly one of them.
 *
 * @param unhandled of what nothing else came
 */
public record Heard(
        List<InboundMessage> messages,
        List<MessageEcho> echoes,
        List<Receipt> receipts,
        List<PreferenceReport> preferences,
        List<TemplateNews> templates,
        List<AccountNews> accounts,
        List<Unhandled> unhandled) {

    public Heard {
        messages = List.copyOf(messages);
        echoes = List.copyOf(echoes);
        receipts = List.copyOf(receipts);
        preferences = List.copyOf(preferences);
        templates = List.copyOf(templates);
        accounts = List.copyOf(accounts);
        unhandled = List.copyOf(unhandled);
    }

    /** Messages, and nothing else. */
    public static Heard messages(List<InboundMessage> messages) {
        return new Heard(messages, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Receipts, and nothing else. */
    public static Heard receipts(List<Receipt> receipts) {
        return new Heard(List.of(), List.of(), receipts, List.of(), List.of(), List.of(), List.of());
    }

    /** Whether nothing was told that we take in. */
    public boolean isEmpty() {
        return messages.isEmpty()
                && echoes.isEmpty()
                && receipts.isEmpty()
                && preferences.isEmpty()
                && templates.isEmpty()
                && accounts.isEmpty();
    }
}
