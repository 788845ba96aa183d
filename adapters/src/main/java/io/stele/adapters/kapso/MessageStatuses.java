package io.stele.adapters.kapso;

import io.stele.core.message.Status;
import java.util.Optional;
import java.util.Set;

/** Kapso's words for where a message stands (contract section 2.7). */
public final class MessageStatuses {

    private MessageStatuses() {}

    /** A message that came in is {@code delivered}. */
    public static String of(Status status) {
        return switch (status) {
            case HELD, QUEUED, SENDING -> "pending";
            case SENT -> "sent";
            case DELIVERED, RECEIVED -> "delivered";
            case READ -> "read";
            case FAILED -> "failed";
        };
    }

    /** The statuses that this word means; empty when it is none. */
    public static Optional<Set<Status>> meaning(String word) {
        return switch (word) {
            case "pending" -> Optional.of(Set.of(Status.HELD, Status.QUEUED, Status.SENDING));
            case "sent" -> Optional.of(Set.of(Status.SENT));
            case "delivered" -> Optional.of(Set.of(Status.DELIVERED, Status.RECEIVED));
            case "read" -> Optional.of(Set.of(Status.READ));
            case "failed" -> Optional.of(Set.of(Status.FAILED));
            default -> Optional.empty();
        };
    }

    /** Whether the message has been worked on. The two surfaces have different words for it. */
    static String processing(Status status, Surface surface) {
        boolean waiting =
                switch (status) {
                    case HELD, QUEUED, SENDING -> true;
                    case SENT, DELIVERED, READ, FAILED, RECEIVED -> false;
                };
        if (waiting) {
            return "pending";
        }
        return switch (surface) {
            case PROXY -> "completed";
            case PLATFORM -> "processed";
        };
    }
}
