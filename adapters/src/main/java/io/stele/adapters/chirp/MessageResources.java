package io.stele.adapters.chirp;

import io.stele.contracts.chirp.MessageResource;
import io.stele.contracts.chirp.Order;
import io.stele.contracts.chirp.Recipient;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.ServiceWindow;
import io.stele.core.message.Status;
import io.stele.core.project.Mode;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Shows messages as Chirp's message resource (contract §5). */
@Singleton
public final class MessageResources {

    private final MessageResourceMapper mapper;
    private final ContentViews views;

    MessageResources(MessageResourceMapper mapper, ContentViews views) {
        this.mapper = mapper;
        this.views = views;
    }

    /** The message's resource. Never throws, whatever the message says and whichever API it came by. */
    public MessageResource of(Message message) {
        Mode mode = message.scope().mode();
        ContentView content = views.of(message.content(), message.context());
        Context.Quote quote = message.context().quote();
        ServiceWindow window = message.window();
        return mapper.resource(
                message,
                content,
                new MessageResourceMapper.Ids(
                        ChirpIds.message(message.id(), mode),
                        ChirpIds.phoneNumber(message.endpoint(), mode),
                        quote == null ? null : ChirpIds.reference(quote.message(), mode),
                        content.reaction() == null
                                ? null
                                : ChirpIds.reference(content.reaction().target(), mode)),
                new MessageResourceMapper.Parts(
                        recipients(message, mode),
                        message.referral() == null
                                ? null
                                : mapper.referral(message.referral(), ksuid(message), message.createdAt()),
                        content.order() == null ? null : order(content.order(), message),
                        window == null ? null : mapper.window(window, ChirpIds.window(window.id(), mode))));
    }

    private List<Recipient> recipients(Message message, Mode mode) {
        return message.direction() == Direction.INBOUND
                ? List.of()
                : List.of(mapper.recipient(
                        message, ChirpIds.recipient(message.id(), mode), status(message.status())));
    }

    private static String status(Status status) {
        return switch (status) {
            case HELD, QUEUED, SENDING -> "QUEUED";
            case SENT -> "SENT";
            case FAILED -> "FAILED";
            case DELIVERED, RECEIVED -> "DELIVERED";
            case READ -> "READ";
        };
    }

    private Order order(io.stele.core.message.Order order, Message message) {
        List<Order.Item> items = new ArrayList<>();
        BigInteger pieces = BigInteger.ZERO;
        for (io.stele.core.message.Order.Item item : order.items()) {
            items.add(mapper.item(item, ksuid(message) + "_" + (items.size() + 1)));
            pieces = pieces.add(BigInteger.valueOf(item.quantity()));
        }
        return mapper.order(order, ksuid(message), pieces, message.createdAt(), items);
    }

    /** The id of what there is one of in a message; Chirp's prefix for it is not known. */
    private static String ksuid(Message message) {
        return message.id().value().toString();
    }
}
