package io.stele.graphstub.callback;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which receipts follow a message by themselves. They follow one another: the next is posted when its time has come and the
 * one before was tried.
 *
 * @param steps the statuses in their order, each with its time after the message was taken; empty for none
 * @param failure what a {@code failed} receipt says
 * @param copies how often each receipt is posted
 * @param reversed whether the last step comes first
 * @param held whether receipts wait until they are released
 * @param early whether the first receipt is posted, and answered, before the message's own answer is given
 * @param batchSize how many receipts share a body; with more than 1 they do not wait for one another
 * @param batchLinger after which a body goes that is not full
 * @param conversation whether the {@code conversation} object is there, as up to v23.0
 * @param contacts whether the recipient's profile is there, as it always is for a business-scoped user id
 */
public record ReceiptPlan(
        List<Step> steps,
        @Nullable Failure failure,
        int copies,
        boolean reversed,
        boolean held,
        boolean early,
        int batchSize,
        Duration batchLinger,
        boolean conversation,
        boolean contacts) {

    private static final List<String> STATUSES = List.of("sent", "delivered", "read", "played", "failed");

    /** No receipts. */
    public static final ReceiptPlan NONE =
            new ReceiptPlan(List.of(), null, 1, false, false, false, 1, Duration.ofMillis(50), true, false);

    /** @throws IllegalArgumentException when receipts are to be early and to wait at once */
    public ReceiptPlan {
        if (early && (held || batchSize > 1)) {
            throw new IllegalArgumentException("what is early can neither be held nor wait for a batch");
        }
    }

    /**
     * A status and when it is reached.
     *
     * @param status {@code sent}, {@code delivered}, {@code read}, {@code played} or {@code failed}
     */
    public record Step(String status, Duration after) {
        public Step {
            if (!STATUSES.contains(status)) {
                throw new IllegalArgumentException("status must be one of " + STATUSES + ", not " + status);
            }
        }
    }

    /** Why a message failed. */
    public record Failure(int code, String title, String details) {

        public Map<String, Object> members() {
            return Json.members("code", code, "title", title, "details", details);
        }

        public static Failure from(Members members) {
            return new Failure(
                    (int) members.number("code", 131026),
                    members.text("title", "Message undeliverable"),
                    members.text("details", "Message Undeliverable."));
        }
    }

    /** A plan of these statuses, without any wait. */
    public static ReceiptPlan of(String... statuses) {
        return NONE.steps(Arrays.stream(statuses).map(status -> new Step(status, Duration.ZERO)).toList());
    }

    /** A plan by which each message fails. */
    public static ReceiptPlan failed(int code, String title, String details) {
        ReceiptPlan plan = of("failed");
        return new ReceiptPlan(
                plan.steps,
                new Failure(code, title, details),
                plan.copies,
                plan.reversed,
                plan.held,
                plan.early,
                plan.batchSize,
                plan.batchLinger,
                plan.conversation,
                plan.contacts);
    }

    public ReceiptPlan steps(List<Step> other) {
        return new ReceiptPlan(
                other, failure, copies, reversed, held, early, batchSize, batchLinger, conversation, contacts);
    }

    public ReceiptPlan copies(int times) {
        return new ReceiptPlan(
                steps, failure, times, reversed, held, early, batchSize, batchLinger, conversation, contacts);
    }

    public ReceiptPlan inReverse() {
        return new ReceiptPlan(steps, failure, copies, true, held, early, batchSize, batchLinger, conversation, contacts);
    }

    public ReceiptPlan untilReleased() {
        return new ReceiptPlan(
                steps, failure, copies, reversed, true, early, batchSize, batchLinger, conversation, contacts);
    }

    public ReceiptPlan beforeTheAnswer() {
        return new ReceiptPlan(steps, failure, copies, reversed, held, true, batchSize, batchLinger, conversation, contacts);
    }

    public ReceiptPlan batched(int size, Duration linger) {
        return new ReceiptPlan(steps, failure, copies, reversed, held, early, size, linger, conversation, contacts);
    }

    public ReceiptPlan withoutConversation() {
        return new ReceiptPlan(steps, failure, copies, reversed, held, early, batchSize, batchLinger, false, contacts);
    }

    public ReceiptPlan withContacts() {
        return new ReceiptPlan(steps, failure, copies, reversed, held, early, batchSize, batchLinger, conversation, true);
    }

    /** The form in which the control interface takes it. */
    public Map<String, Object> members() {
        List<Object> all = new ArrayList<>();
        steps.forEach(step -> all.add(Json.members("status", step.status(), "after_millis", step.after().toMillis())));
        return Json.members(
                "steps", all,
                "failure", failure == null ? null : failure.members(),
                "copies", copies,
                "reversed", reversed,
                "held", held,
                "early", early,
                "batch_size", batchSize,
                "batch_linger_millis", batchLinger.toMillis(),
                "conversation", conversation,
                "contacts", contacts);
    }

    /** Reads what {@link #members} wrote. */
    public static ReceiptPlan from(Members members) {
        Members failure = members.optionalMembers("failure");
        return new ReceiptPlan(
                members.listOfMembers("steps").stream()
                        .map(step -> new Step(step.text("status"), Duration.ofMillis(step.number("after_millis", 0))))
                        .toList(),
                failure == null ? null : Failure.from(failure),
                (int) members.number("copies", 1),
                members.flag("reversed", false),
                members.flag("held", false),
                members.flag("early", false),
                (int) members.number("batch_size", 1),
                Duration.ofMillis(members.number("batch_linger_millis", 50)),
                members.flag("conversation", true),
                members.flag("contacts", false));
    }
}
