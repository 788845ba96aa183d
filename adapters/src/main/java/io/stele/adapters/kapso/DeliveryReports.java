package io.stele.adapters.kapso;

import io.stele.contracts.kapso.graph.DeliveryStatus;
import io.stele.contracts.kapso.graph.MessageError;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Meta's reports of what became of a message that was sent (contract sections 2.7 and 4.7), with what Meta said in each, but for the message's
 * id and the sender's note, which are those that the reader knows.
 */
public final class DeliveryReports {

    /** Nothing comes before the sending, whatever two clocks say of it. */
    private static final Comparator<DeliveryStatus> OLDEST_FIRST = Comparator.comparing(
                    (DeliveryStatus report) -> !MessageStatuses.of(Status.SENT).equals(report.status()))
            .thenComparing(report -> Long.valueOf(Objects.requireNonNull(report.timestamp())));

    /** Meta's word for a step that the three APIs have no status for. */
    private static final String PLAYED = "played";

    private DeliveryReports() {}

    /** All so far, oldest first; null when nothing is known yet. */
    static @Nullable List<DeliveryStatus> of(Message message, String id) {
        if (message.direction() == Direction.INBOUND) {
            return null;
        }
        List<DeliveryStatus> reports = Stream.concat(
                        steps(message.timeline()).map(step -> of(message, id, step.status(), step.at())),
                        Stream.ofNullable(message.timeline().readAt())
                                .filter(_ -> ProviderReport.of(message, PLAYED).isThere())
                                .map(readAt -> played(message, id, readAt)))
                .sorted(OLDEST_FIRST)
                .toList();
        return reports.isEmpty() ? null : reports;
    }

    /**
     * One of them.
     *
     * @param id as the message is named to the reader
     * @param at when the message got there, unless Meta tells another moment
     */
    public static DeliveryStatus of(Message message, String id, Status status, Instant at) {
        return of(message, id, MessageStatuses.of(status), at);
    }

    /** That a voice message was listened to; otherwise as {@link #of(Message, String, Status, Instant)}. */
    public static DeliveryStatus played(Message message, String id, Instant at) {
        return of(message, id, PLAYED, at);
    }

    private static DeliveryStatus of(Message message, String id, String word, Instant at) {
        Persons recipient = Persons.of(message.to());
        ProviderReport said = ProviderReport.of(message, word);
        String userId = recipient.userId() == null ? recipient.parentUserId() : recipient.userId();
        return new DeliveryStatus(
                id,
                word,
                Objects.requireNonNullElseGet(said.timestamp(), () -> Timestamps.unix(at)),
                recipient.digits(),
                userId == null ? said.recipientUserId() : userId,
                message.callbackData(),
                said.conversation(),
                said.pricing(),
                word.equals(MessageStatuses.of(Status.FAILED)) ? errors(message, said) : null);
    }

    private static @Nullable List<MessageError> errors(Message message, ProviderReport said) {
        List<MessageError> errors = said.errors();
        Failure failure = message.failure();
        if (!errors.isEmpty()) {
            return errors;
        }
        return failure == null ? null : List.of(error(failure));
    }

    /** In the order of progress, which is that of steps at the same moment. */
    private static Stream<Step> steps(Timeline timeline) {
        return Stream.of(
                        step(Status.SENT, timeline.sentAt()),
                        step(Status.DELIVERED, timeline.deliveredAt()),
                        step(Status.READ, timeline.readAt()),
                        step(Status.FAILED, timeline.failedAt()))
                .flatMap(step -> step);
    }

    private static Stream<Step> step(Status status, @Nullable Instant at) {
        return at == null ? Stream.empty() : Stream.of(new Step(status, at));
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

    private record Step(Status status, Instant at) {}
}
