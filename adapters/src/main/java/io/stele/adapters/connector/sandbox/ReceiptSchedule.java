package io.stele.adapters.connector.sandbox;

import io.stele.adapters.connector.sandbox.SandboxLedger.OwedReceipt;
import io.stele.core.delivery.Dispatch;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.Reaction;
import io.stele.core.message.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The receipts that a message which the sandbox took at some moment will owe. */
final class ReceiptSchedule {

    /** Between receipts that would come at once but have to come one after the other. */
    private static final Duration GAP = Duration.ofMillis(50);

    private final SandboxClock clock;
    private final Dispatch dispatch;
    private final String providerMessageId;
    private final Instant takenAt;

    ReceiptSchedule(SandboxClock clock, Dispatch dispatch, String providerMessageId, Instant takenAt) {
        this.clock = clock;
        this.dispatch = dispatch;
        this.providerMessageId = providerMessageId;
        this.takenAt = takenAt;
    }

    /** What a message goes through whose recipient is there, as far as its channel can tell. */
    List<OwedReceipt> reached() {
        return onTime(steps(), null);
    }

    /** The same, with our id in each receipt. */
    List<OwedReceipt> reachedNamingOurId() {
        return onTime(steps(), dispatch.message().id());
    }

    List<OwedReceipt> reachedButNotRead() {
        return onTime(steps().filter(step -> step.status() != Status.READ), null);
    }

    List<OwedReceipt> failing(Failure failure) {
        Instant at = takenAt.plus(clock.delivered());
        return Stream.concat(
                        onTime(steps().filter(step -> step.status() == Status.SENT), null).stream(),
                        Stream.of(new OwedReceipt(receipt(Status.FAILED, failure, null, at), at)))
                .toList();
    }

    List<OwedReceipt> reachedTwice() {
        return reached().stream()
                .flatMap(owed -> Stream.of(owed, new OwedReceipt(owed.receipt(), owed.dueAt().plus(GAP))))
                .toList();
    }

    /** Each receipt says when its step was taken, but the last step is reported first. */
    List<OwedReceipt> reachedInReverse() {
        List<OwedReceipt> reversed = new ArrayList<>();
        Instant due = takenAt;
        for (OwedReceipt owed : reached().reversed()) {
            due = owed.dueAt().isAfter(due) ? owed.dueAt() : due.plus(GAP);
            reversed.add(new OwedReceipt(owed.receipt(), due));
        }
        return reversed;
    }

    List<OwedReceipt> reachedAtOnce() {
        return onTime(steps().map(step -> new Step(step.status(), Duration.ZERO)), null);
    }

    private record Step(Status status, Duration after) {}

    private List<OwedReceipt> onTime(Stream<Step> steps, @Nullable MessageId message) {
        return steps.map(step -> {
                    Instant at = takenAt.plus(step.after());
                    return new OwedReceipt(receipt(step.status(), null, message, at), at);
                })
                .toList();
    }

    private Receipt receipt(Status status, @Nullable Failure failure, @Nullable MessageId message, Instant at) {
        return new Receipt(dispatch.endpoint().id(), providerMessageId, message, status, failure, at, Json.Members.EMPTY);
    }

    private Stream<Step> steps() {
        Step sent = new Step(Status.SENT, clock.sent());
        Step delivered = new Step(Status.DELIVERED, clock.delivered());
        if (dispatch.message().content() instanceof Reaction) {
            return Stream.of(sent);
        }
        return switch (dispatch.endpoint().channel()) {
            case WHATSAPP -> clock.read() == null
                    ? Stream.of(sent, delivered)
                    : Stream.of(sent, delivered, new Step(Status.READ, clock.read()));
            case TELEGRAM -> Stream.of(delivered);
            case SMS, SMS_ONEWAY, EMAIL, INSTAGRAM, MESSENGER, VOICE -> Stream.of(sent, delivered);
        };
    }
}
