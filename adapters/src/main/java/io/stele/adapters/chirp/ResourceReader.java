package io.stele.adapters.chirp;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.Required;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.chirp.Interactive;
import io.stele.contracts.chirp.MessageResource;
import io.stele.contracts.chirp.SystemData;
import io.stele.core.message.Content;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.SystemNote;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a message resource says: the way back of {@link MessageResources}, for whoever reads a Chirp account. */
@Singleton
public final class ResourceReader {

    private final ContactCardReader cards;
    private final TemplateReader templates;

    ResourceReader(ContactCardReader cards, TemplateReader templates) {
        this.cards = cards;
        this.templates = templates;
    }

    /**
     * The content. A type that is not known, and a file without a link, become {@link Unsupported}.
     *
     * @throws io.stele.adapters.WireException when the member that the type needs is missing
     */
    public Content content(MessageResource wire) {
        return switch (wire.type()) {
            case "text" -> Text.of(Required.present(wire.textBody(), "textBody"));
            case "image" -> media(MediaKind.IMAGE, wire);
            case "video" -> media(MediaKind.VIDEO, wire);
            case "audio" -> media(MediaKind.AUDIO, wire);
            case "document" -> media(MediaKind.DOCUMENT, wire);
            case "sticker" -> media(MediaKind.STICKER, wire);
            case "location" -> new Location(
                    new BigDecimal(Required.present(wire.locationLatitude(), "locationLatitude")),
                    new BigDecimal(Required.present(wire.locationLongitude(), "locationLongitude")),
                    wire.locationName(),
                    wire.locationAddress(),
                    page(wire.systemData()));
            case "contacts" -> cards.read(wire.contactsData(), "contactsData");
            case "reaction" -> new Reaction(
                    reference(Required.present(wire.reactionMessageId(), "reactionMessageId")), wire.reactionEmoji());
            case "template" -> templates.read(Required.present(wire.templateData(), "templateData"), "templateData");
            case "interactive" -> interactive(Required.present(wire.interactiveData(), "interactiveData"));
            case "button" -> new Reply.QuickReply(
                    Required.present(wire.buttonText(), "buttonText"), wire.buttonPayload());
            case "order" -> order(Required.present(wire.order(), "order"));
            case "system" -> system(wire.systemData());
            default -> unsupported(wire);
        };
    }

    private static Content media(MediaKind kind, MessageResource wire) {
        if (wire.mediaUrl() == null) {
            return unsupported(wire);
        }
        MediaFile file = new MediaFile(
                null, wire.mediaUrl(), wire.mediaMimeType(), wire.mediaSha256(), wire.mediaFileSize());
        return new Media(
                kind, file, wire.mediaCaption(), wire.mediaFilename(), wire.isVoiceNote(), wire.isAnimatedSticker());
    }

    private static Content interactive(Interactive wire) {
        String path = "interactiveData";
        return switch (Required.present(wire.type(), path + ".type")) {
            case InteractiveTypes.BUTTON_REPLY -> new Reply.ButtonReply(
                    Required.present(wire.id(), path + ".id"), Required.present(wire.title(), path + ".title"));
            case InteractiveTypes.LIST_REPLY -> new Reply.ListReply(
                    Required.present(wire.id(), path + ".id"),
                    Required.present(wire.title(), path + ".title"),
                    wire.description());
            case InteractiveTypes.FLOW_REPLY -> new Reply.FlowReply(
                    wire.name(), Required.present(wire.responseJson(), path + ".responseJson"), wire.body());
            default -> InteractiveReader.read(wire, path);
        };
    }

    private static Order order(io.stele.contracts.chirp.Order wire) {
        List<Order.Item> items = wire.items().stream()
                .map(item -> new Order.Item(
                        Required.present(item.productRetailerId(), "order.items.productRetailerId"),
                        item.quantity(),
                        item.itemPrice(),
                        item.currency()))
                .toList();
        return new Order(Required.present(wire.catalogId(), "order.catalogId"), wire.orderText(), items);
    }

    private static SystemNote system(@Nullable SystemData wire) {
        return wire == null
                ? new SystemNote(null, null, null, new Json.Members(Map.of()))
                : new SystemNote(wire.type(), wire.body(), wire.newWaId(), members(wire.details()));
    }

    private static Unsupported unsupported(MessageResource wire) {
        SystemData data = wire.systemData();
        return data == null
                ? new Unsupported(wire.type(), new Json.Members(Map.of()))
                : new Unsupported(Objects.requireNonNullElse(data.type(), wire.type()), members(data.details()));
    }

    private static @Nullable String page(@Nullable SystemData data) {
        JsonNode url = data == null || data.details() == null ? null : data.details().get(ContentViews.URL);
        return url != null && url.isString() ? url.getStringValue() : null;
    }

    private static Json.Members members(@Nullable JsonNode details) {
        return details == null || !details.isObject() ? new Json.Members(Map.of()) : JsonTrees.toMembers(details);
    }

    private static MessageReference reference(String text) {
        return ChirpIds.readMessage(text)
                .map(read -> MessageReference.ours(read.id()))
                .orElseGet(() -> MessageReference.foreign(text));
    }
}
