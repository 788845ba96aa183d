package io.stele.graphstub.graph;

import io.stele.graphstub.check.MessageCheck;
import io.stele.graphstub.check.Recipient;
import io.stele.graphstub.check.Refusal;
import io.stele.graphstub.check.Sending;
import io.stele.graphstub.graph.Passed.Taken;
import io.stele.graphstub.http.Answer;
import io.stele.graphstub.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /{number}/messages} and {@code POST /{number}/marketing_messages}. */
final class MessagesEndpoint {

    static final String SEND = "messages";
    static final String READ = "read";

    private final MessageCheck check;
    private final MediaStore media;
    private final Recent<Boolean> received;
    private final Acceptance acceptance;

    MessagesEndpoint(MessageCheck check, MediaStore media, Recent<Boolean> received, Acceptance acceptance) {
        this.check = check;
        this.media = media;
        this.received = received;
        this.acceptance = acceptance;
    }

    Passed messages(BusinessNumber number, GraphRequest request) {
        Map<?, ?> parameters = parameters(request);
        return MessageCheck.isReadMark(parameters)
                ? read(parameters)
                : send(number, check.sending(parameters, sender(number)), false);
    }

    Passed marketing(BusinessNumber number, GraphRequest request) {
        return send(number, check.marketing(parameters(request), sender(number)), true);
    }

    private Passed read(Map<?, ?> parameters) {
        String message = check.readMark(parameters);
        if (received.get(message) == null) {
            throw Refusal.invalid("Message " + message + " was not received by this number.");
        }
        return Passed.asking(READ, () -> Answer.json(200, Map.of("success", true)));
    }

    private Passed send(BusinessNumber number, Sending sending, boolean marketing) {
        return new Passed(SEND, sending.recipient().id(), Map.of(), () -> {
            AcceptedMessage message = new AcceptedMessage(
                    Wamids.outgoing(sending.recipient().id()), number, sending, category(sending, marketing));
            return new Taken(
                    "accepted",
                    Map.of("wamid", message.wamid()),
                    answer(message),
                    () -> acceptance.accepted(message));
        });
    }

    private static Answer answer(AcceptedMessage message) {
        Sending sending = message.sending();
        Recipient recipient = sending.recipient();
        boolean user = recipient.kind() == Recipient.Kind.USER;
        return Answer.json(
                200,
                Json.members(
                        "messaging_product", "whatsapp",
                        "contacts",
                                List.of(Json.members(
                                        "input", recipient.input(),
                                        "wa_id", user ? "" : recipient.id(),
                                        "user_id", user ? recipient.id() : null)),
                        "messages",
                                List.of(Json.members(
                                        "id", message.wamid(),
                                        "group_id",
                                                recipient.kind() == Recipient.Kind.GROUP ? recipient.id() : null,
                                        "message_status", "template".equals(sending.type()) ? "accepted" : null))));
    }

    /** A template that nothing is known of is billed as what the path is for, or else as utility. */
    private static String category(Sending sending, boolean marketing) {
        if (marketing) {
            return "marketing_lite";
        }
        if (!"template".equals(sending.type())) {
            return "service";
        }
        return sending.category() == null ? "utility" : sending.category();
    }

    private static Map<?, ?> parameters(GraphRequest request) {
        return MessageCheck.parameters(request.head().header("Content-Type"), request.body());
    }

    private MessageCheck.Sender sender(BusinessNumber number) {
        return new MessageCheck.Sender() {
            @Override
            public String digits() {
                return number.digits();
            }

            @Override
            public @Nullable String mediaType(String fileId) {
                MediaStore.Media file = media.get(fileId);
                return file == null || !file.number().equals(number.id()) ? null : file.type();
            }
        };
    }
}
