package io.stele.adapters.graph;

import static io.stele.adapters.Required.present;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.WireException;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.graph.MessageContent;
import io.stele.contracts.kapso.graph.ReceivedContent;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Reaction;
import io.stele.core.message.Referral;
import io.stele.core.message.Reply;
import io.stele.core.message.SystemNote;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads content in Meta's form. What is missing or unknown is named by its path in the message. */
@Singleton
public final class GraphReader {

    /** What stands around a message's content, and is not part of what it says. */
    private static final Set<String> ENVELOPE = Set.of(
            "id", "timestamp", "type", "from", "from_user_id", "from_parent_user_id", "to", "to_user_id",
            "to_parent_user_id", "username", "context", "referral", "kapso");

    private final FileMapper files;
    private final ContactCardMapper cards;
    private final InteractiveReader interactives;
    private final TemplateReader templates;
    private final OrderMapper orders;
    private final ContextMapper contexts;
    private final ReferralMapper referrals;

    GraphReader(
            FileMapper files,
            ContactCardMapper cards,
            InteractiveReader interactives,
            TemplateReader templates,
            OrderMapper orders,
            ContextMapper contexts,
            ReferralMapper referrals) {
        this.files = files;
        this.cards = cards;
        this.interactives = interactives;
        this.templates = templates;
        this.orders = orders;
        this.contexts = contexts;
        this.referrals = referrals;
    }

    /**
     * A person's message.
     *
     * @param content what it says
     * @param context what it refers to
     * @param referral where the person came from; null when not told
     */
    public record Received(Content content, Context context, @Nullable Referral referral) {}

    /**
     * Reads a message that is to be sent. One without a type is a text.
     *
     * @throws WireException when the type is not one that can be sent, or a part is missing
     */
    public Content sent(MessageContent message, MessageNames names) {
        String type = message.type() == null ? "text" : message.type();
        return common(type, message, names).orElseGet(() -> switch (type) {
            case "interactive" -> interactives.read(present(message.interactive(), "interactive"), "interactive");
            case "template" -> templates.read(present(message.template(), "template"), "template");
            default -> throw new WireException(
                    "type",
                    "must be text, image, video, audio, document, sticker, location, contacts, reaction, interactive"
                            + " or template");
        });
    }

    /**
     * Reads a person's message. One of a type that is not known is kept as it came.
     *
     * @param tree the same message as a tree
     * @throws WireException when the type is missing, or a part that a message of its type must have
     */
    public Received received(ReceivedContent message, JsonNode tree, MessageNames names) {
        String type = present(message.type(), "type");
        Content content = common(type, message, names).orElseGet(() -> switch (type) {
            case "interactive" -> reply(message, tree);
            case "button" -> button(message);
            case "order" -> orders.toDomain(present(message.order(), "order"), "order");
            case "system" -> system(present(message.system(), "system"));
            default -> unsupported(type, tree);
        });
        return new Received(
                onGlobe(content),
                contexts.toDomain(message.context(), names),
                referral(message.referral()));
    }

    /** No rule of the domain looks at what comes in; but what lies off the globe could be written out to no end. */
    private static Content onGlobe(Content content) {
        if (content instanceof Location place) {
            if (!place.hasLatitude()) {
                throw new WireException("location.latitude", "must be between -90 and 90");
            }
            if (!place.hasLongitude()) {
                throw new WireException("location.longitude", "must be between -180 and 180");
            }
        }
        return content;
    }

    private @Nullable Referral referral(@Nullable JsonNode tree) {
        return tree == null || tree.isNull() ? null : referrals.toDomain(tree, "referral");
    }

    /** What can be sent and received alike. */
    private Optional<Content> common(String type, MessageContent message, MessageNames names) {
        return Optional.ofNullable(switch (type) {
            case "text" -> {
                var text = present(message.text(), "text");
                yield new Text(present(text.body(), "text.body"), text.previewUrl());
            }
            case "image" -> files.toMedia(MediaKind.IMAGE, present(message.image(), type), type);
            case "video" -> files.toMedia(MediaKind.VIDEO, present(message.video(), type), type);
            case "audio" -> files.toMedia(MediaKind.AUDIO, present(message.audio(), type), type);
            case "document" -> files.toMedia(MediaKind.DOCUMENT, present(message.document(), type), type);
            case "sticker" -> files.toMedia(MediaKind.STICKER, present(message.sticker(), type), type);
            case "location" -> files.toLocation(present(message.location(), type), type);
            case "contacts" -> new ContactCards(cards.toDomain(message.contacts(), type));
            case "reaction" -> {
                var reaction = present(message.reaction(), type);
                yield new Reaction(names.read(present(reaction.messageId(), "reaction.message_id")), reaction.emoji());
            }
            default -> null;
        });
    }

    private static Content reply(ReceivedContent message, JsonNode tree) {
        var interactive = present(message.interactive(), "interactive");
        return switch (present(interactive.type(), "interactive.type")) {
            case "button_reply" -> {
                var reply = present(interactive.buttonReply(), "interactive.button_reply");
                yield new Reply.ButtonReply(
                        present(reply.id(), "interactive.button_reply.id"),
                        present(reply.title(), "interactive.button_reply.title"));
            }
            case "list_reply" -> {
                var reply = present(interactive.listReply(), "interactive.list_reply");
                yield new Reply.ListReply(
                        present(reply.id(), "interactive.list_reply.id"),
                        present(reply.title(), "interactive.list_reply.title"),
                        reply.description());
            }
            case "nfm_reply" -> {
                var reply = present(interactive.nfmReply(), "interactive.nfm_reply");
                yield new Reply.FlowReply(
                        reply.name(),
                        present(reply.responseJson(), "interactive.nfm_reply.response_json"),
                        reply.body());
            }
            default -> unsupported("interactive", tree);
        };
    }

    private static Reply.QuickReply button(ReceivedContent message) {
        var button = present(message.button(), "button");
        return new Reply.QuickReply(present(button.text(), "button.text"), button.payload());
    }

    /** The new number is taken from the present form of the note, else from the older one. */
    private static SystemNote system(JsonNode tree) {
        PartlyKnown system = PartlyKnown.of(tree, "system");
        String kind = system.text("type");
        String body = system.text("body");
        String present = system.filled("wa_id");
        return new SystemNote(kind, body, present != null ? present : system.filled("new_wa_id"), system.rest());
    }

    private static Unsupported unsupported(String type, JsonNode tree) {
        return new Unsupported(type, withoutEnvelope(JsonTrees.toMembers(tree)));
    }

    /** What a message says, without what stands around it: who wrote it to whom and when, and what it refers to. */
    public static Json.Members withoutEnvelope(Json.Members message) {
        Map<String, Json> members = new LinkedHashMap<>(message.members());
        members.keySet().removeAll(ENVELOPE);
        return new Json.Members(members);
    }
}
