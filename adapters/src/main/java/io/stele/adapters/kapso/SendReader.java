package io.stele.adapters.kapso;

import static io.stele.adapters.Required.present;

import io.stele.adapters.WireException;
import io.stele.adapters.graph.GraphReader;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.SenderChoice;
import io.stele.core.message.MessageReference;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is posted to a number's messages (contract sections 2.1 and 2.4). */
@Singleton
public final class SendReader {

    private final GraphReader graph;
    private final KapsoIds ids;

    SendReader(GraphReader graph, KapsoIds ids) {
        this.graph = graph;
        this.ids = ids;
    }

    /**
     * A read mark.
     *
     * @param typing whether to show that an answer is being written
     */
    public record ReadMark(MessageReference message, boolean typing) {}

    /**
     * The read mark that the request is; empty when it is a send.
     *
     * @throws WireException when it is neither
     */
    public Optional<ReadMark> readMark(MessageRequest request) {
        requireProduct(request);
        if (request.status() == null) {
            return Optional.empty();
        }
        if (!request.status().equals("read")) {
            throw new WireException("status", "must be read");
        }
        MessageRequest.TypingIndicator typing = request.typingIndicator();
        if (typing != null && !"text".equals(present(typing.type(), "typing_indicator.type"))) {
            throw new WireException("typing_indicator.type", "must be text");
        }
        return Optional.of(new ReadMark(ids.read(present(request.messageId(), "message_id")), typing != null));
    }

    /**
     * What the request wants sent through the number.
     *
     * @throws WireException when a part is missing or has the wrong form
     */
    public Draft draft(MessageRequest request, EndpointId number, @Nullable IdempotencyKey idempotency) {
        requireProduct(request);
        Address to = recipient(request);
        MessageRequest.ReplyTo context = request.context();
        return new Draft(
                new SenderChoice.Through(number),
                to,
                Channel.WHATSAPP,
                graph.sent(request, ids),
                context == null ? null : quoted(context),
                idempotency,
                false,
                request.bizOpaqueCallbackData(),
                Map.of(),
                List.of());
    }

    /** The recipient as the request wrote it. */
    public String input(MessageRequest request) {
        return present(request.to() != null ? request.to() : request.recipient(), "to");
    }

    private MessageReference quoted(MessageRequest.ReplyTo context) {
        String id = present(context.messageId(), "context.message_id");
        if (id.isBlank()) {
            throw new WireException("context.message_id", "must not be blank");
        }
        return ids.read(id);
    }

    private static void requireProduct(MessageRequest request) {
        if (!present(request.messagingProduct(), "messaging_product").equals("whatsapp")) {
            throw new WireException("messaging_product", "must be whatsapp");
        }
    }

    private static Address recipient(MessageRequest request) {
        String type = request.recipientType();
        if (type != null && !type.equals("individual")) {
            throw new WireException("recipient_type", "must be individual");
        }
        if (request.to() != null) {
            return PhoneNumber.parse(request.to())
                    .orElseThrow(() -> new WireException("to", "must be a phone number with its country code"));
        }
        return BusinessScopedUserId.parse(present(request.recipient(), "to"))
                .orElseThrow(() -> new WireException("recipient", "must be a business-scoped user id"));
    }
}
