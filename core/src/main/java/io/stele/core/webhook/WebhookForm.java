package io.stele.core.webhook;

import java.time.Duration;
import java.util.Set;

/** The language that a webhook speaks, with what its API lets one set. */
public sealed interface WebhookForm {

    /** Zavu's. */
    record Zavu(SignatureVersion signature) implements WebhookForm {}

    /**
     * Kapso's own events.
     *
     * @param silence after how long without a message a conversation is told as inactive
     * @param payloadVersion {@code v2}, or {@code v1} as a client asked; told back, v2 is sent
     */
    record Kapso(Buffering buffering, Duration silence, String payloadVersion) implements WebhookForm {}

    /** Meta's own form, as Kapso forwards it. */
    record Meta() implements WebhookForm {}

    /** Chirp's. */
    record Chirp() implements WebhookForm {}

    /** How Zavu signs (contract §4.4). */
    enum SignatureVersion {
        /** Over the body. */
        V1,
        /** Both, to move from one to the other. */
        V1_AND_V2,
        /** Over the moment and the body. */
        V2
    }

    /**
     * Whether messages of one conversation are collected and told together (Kapso contract §4.5).
     *
     * @param window how long to wait after each message for another one
     * @param mostMessages with how many nothing more is waited for
     * @param events the names of the events to which it applies
     */
    record Buffering(boolean enabled, Duration window, int mostMessages, Set<String> events) {
        public Buffering {
            events = Set.copyOf(events);
        }
    }
}
