package io.stele.adapters.kapso;

import io.stele.contracts.kapso.graph.DeliveryStatus;
import io.stele.contracts.kapso.graph.MessageError;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kapso's words for where a message stands (contract section 2.7). */
public final class MessageStatuses {

    private MessageStatuses() {}

    /** A message that came in is {@code delivered}. */
    static String of(Status status) {
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

    /** What became of a message that was sent, oldest first; null when nothing is known yet. */
    static @Nullable List<DeliveryStatus> reports(Message message, String id) {
        if (message.direction() == Direction.INBOUND) {
            return null;
        }
        Timeline timeline = message.timeline();
        List<DeliveryStatus> reports = new ArrayList<>();
        report(reports, message, id, "sent", timeline.sentAt());
        report(reports, message, id, "delivered", timeline.deliveredAt());
        report(reports, message, id, "read", timeline.readAt());
        report(reports, message, id, "failed", timeline.failedAt());
        return reports.isEmpty() ? null : List.copyOf(reports);
    }

    private static void report(
            List<DeliveryStatus> reports, Message message, String id, String status, @Nullable Instant at) {
        if (at == null) {
            return;
        }
        Persons recipient = Persons.of(message.to());
        Failure failure = message.failure();
        reports.add(new DeliveryStatus(
                id,
                status,
                Timestamps.unix(at),
                recipient.digits(),
                recipient.userId() == null ? recipient.parentUserId() : recipient.userId(),
                message.callbackData(),
                null,
                null,
                status.equals("failed") && failure != null ? List.of(error(failure)) : null));
    }

    private static MessageError error(Failure failure) {
        return new MessageError(
                code(failure.code()),
                failure.title(),
                failure.title(),
                failure.details() == null ? null : new MessageError.Data(failure.details()),
                null);
    }

    /** Meta's codes are numbers; a word of ours is told as a failure in general. */
    private static int code(String code) {
        try {
            return Integer.parseInt(code);
        } catch (NumberFormatException e) {
            return 131000;
        }
    }
}
