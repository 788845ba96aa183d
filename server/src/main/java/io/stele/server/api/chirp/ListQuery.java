package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.WireException;
import io.stele.adapters.chirp.ChirpIds;
import io.stele.adapters.chirp.MessageTypes;
import io.stele.adapters.chirp.webhook.WebhookResources;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.message.MessageFilter;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.webhook.WebhookDelivery;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The query parameters of Chirp's lists, which are texts, also where they stand for numbers (contract §1.7).
 *
 * @param limit 1 to 100
 * @param offset how many rows to leave out, 0 to 10,000; of no effect when there is a cursor
 */
record ListQuery(HttpRequest<?> request, int limit, int offset) {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int FARTHEST = 10_000;

    /** @throws WireException when a number is none, or is out of range */
    static ListQuery of(HttpRequest<?> request) {
        return new ListQuery(request, number(request, "limit", USUAL, 1, MOST), number(request, "offset", 0, 0, FARTHEST));
    }

    /** The app that is named. */
    Optional<ChirpIds.Read<AppId>> app() {
        return text(request, "appId").map(id -> ChirpIds.readApp(id).orElseThrow(() -> bad("appId", "must be an app id")));
    }

    /** The number that is named. */
    Optional<ChirpIds.Read<EndpointId>> phoneNumber() {
        return text(request, "whatsappPhoneNumberId").map(id -> ChirpIds.readPhoneNumber(id)
                .orElseThrow(() -> bad("whatsappPhoneNumberId", "must be a phone number id")));
    }

    /** The row after which the page begins. */
    <T> Optional<T> cursor(Function<String, Optional<ChirpIds.Read<T>>> reader, Mode mode) {
        return text(request, "cursor")
                .map(text -> reader.apply(text)
                        .filter(read -> read.mode() == mode)
                        .map(ChirpIds.Read::id)
                        .orElseThrow(() -> bad("cursor", "must be the nextCursor of a page of this list")));
    }

    /** Which messages are wanted within the reach. */
    MessageFilter messages(Reach reach) {
        Optional<Direction> direction = text(request, "direction").map(ListQuery::direction);
        Set<ContentKind> kinds = text(request, "type").map(ListQuery::kind).map(Set::of).orElse(Set.of());
        return MessageFilter.builder()
                .on(Channel.WHATSAPP)
                .through(reach.number())
                .of(reach.app())
                .going(direction.orElse(null))
                .ofKind(kinds)
                .build();
    }

    /** The states of deliveries that are wanted; none when all are. */
    Set<WebhookDelivery.Status> deliveryStatuses() {
        return text(request, "status").map(ListQuery::deliveryStatuses).orElse(Set.of());
    }

    /** The event that is named. */
    Optional<String> event() {
        return text(request, "event");
    }

    /** The delivery after which the page begins. */
    Optional<UUID> deliveryCursor() {
        return text(request, "cursor")
                .map(text -> AppWebhookDeliveries.id(text)
                        .orElseThrow(() -> bad("cursor", "must be the nextCursor of a page of this list")));
    }

    private static Set<WebhookDelivery.Status> deliveryStatuses(String name) {
        Set<WebhookDelivery.Status> statuses = WebhookResources.statuses(name);
        if (statuses.isEmpty()) {
            throw bad("status", "must be PENDING, DELIVERED or FAILED");
        }
        return statuses;
    }

    private static Direction direction(String text) {
        return switch (text) {
            case "INBOUND" -> Direction.INBOUND;
            case "OUTBOUND" -> Direction.OUTBOUND;
            default -> throw bad("direction", "must be INBOUND or OUTBOUND");
        };
    }

    private static ContentKind kind(String text) {
        return MessageTypes.kind(text).orElseThrow(() -> bad("type", "must be a message type other than pin and unknown"));
    }

    private static int number(HttpRequest<?> request, String name, int usual, int least, int most) {
        Optional<String> text = text(request, name);
        if (text.isEmpty()) {
            return usual;
        }
        int number;
        try {
            number = Integer.parseInt(text.get());
        } catch (NumberFormatException e) {
            throw bad(name, "must be a whole number");
        }
        if (number < least || number > most) {
            throw bad(name, "must be from " + least + " to " + most);
        }
        return number;
    }

    /** A parameter that is there; an empty one counts as left out. */
    private static Optional<String> text(HttpRequest<?> request, String name) {
        return Optional.ofNullable(request.getParameters().get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static WireException bad(String name, String reason) {
        return new WireException(name, reason);
    }
}
