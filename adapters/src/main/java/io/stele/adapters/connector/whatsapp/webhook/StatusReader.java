package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.identity.Ksuid;
import io.stele.core.inbound.Receipt;
import io.stele.core.inbound.Unhandled.Reason;
import io.stele.core.message.Failure;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what Meta says became of messages. */
final class StatusReader {

    /** Meta's own words for a failure of which it says nothing. */
    private static final Failure UNKNOWN = new Failure("131000", "Something went wrong", null);

    private static final String PLAYED = "played";

    /**
     * The change's {@code statuses}. One that names no message, or tells nothing of its way, is left unhandled. So is one of a payment
     * or a call, which fails without the message that it belongs to.
     */
    void receipts(Change change, Reading reading) {
        for (JsonNode node : Nodes.objects(change.value(), "statuses")) {
            Optional<String> id = Nodes.id(node, "id");
            Optional<String> word = Nodes.text(node, "status");
            Optional<Status> status = word.flatMap(StatusReader::status);
            if (id.isEmpty() || word.isEmpty()) {
                reading.addUnhandled("statuses", Reason.UNREADABLE, node);
            } else if (status.isEmpty() || !isOfMessage(node)) {
                reading.addUnhandled("statuses", Reason.NOT_SERVED, node);
            } else {
                reading.add(receipt(id.get(), status.get(), word.get().equals(PLAYED), node, change));
            }
        }
    }

    private static boolean isOfMessage(JsonNode node) {
        return Nodes.text(node, "type").map("message"::equals).orElse(true);
    }

    private static Receipt receipt(String id, Status status, boolean played, JsonNode node, Change change) {
        return new Receipt(
                change.endpoint().id(),
                id,
                message(node),
                status,
                status == Status.FAILED ? failure(node) : null,
                change.moment(node),
                Bounds.kept(node),
                played);
    }

    /** Who has heard a voice message has read it. */
    private static Optional<Status> status(String word) {
        return switch (word) {
            case "sent" -> Optional.of(Status.SENT);
            case "delivered" -> Optional.of(Status.DELIVERED);
            case "read", PLAYED -> Optional.of(Status.READ);
            case "failed" -> Optional.of(Status.FAILED);
            default -> Optional.empty();
        };
    }

    /** Our id, which we gave along; what somebody else gave along is none. */
    private static @Nullable MessageId message(JsonNode node) {
        return Nodes.text(node, "biz_opaque_callback_data")
                .flatMap(Ksuid::parse)
                .map(MessageId::new)
                .orElse(null);
    }

    private static Failure failure(JsonNode node) {
        return Nodes.objects(node, "errors").stream()
                .findFirst()
                .map(error -> new Failure(
                        Nodes.text(error, "code").orElse(UNKNOWN.code()),
                        Nodes.text(error, "title").or(() -> Nodes.text(error, "message")).orElse(UNKNOWN.title()),
                        Nodes.object(error, "error_data")
                                .flatMap(data -> Nodes.text(data, "details"))
                                .orElse(null)))
                .orElse(UNKNOWN);
    }
}
