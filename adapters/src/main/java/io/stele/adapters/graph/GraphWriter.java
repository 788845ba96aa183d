package io.stele.adapters.graph;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.graph.MessageContext;
import io.stele.contracts.kapso.graph.PressedButton;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Referral;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes content in Meta's form. Every content has one; what Meta has no form for is shown by its words. */
@Singleton
public final class GraphWriter {

    /** Under these names messages have something else; a client takes an object's {@code data} for the object itself. */
    private static final Set<String> RESERVED = Set.of("unsupported", "errors", "data");

    private final FileMapper files;
    private final ContactCardMapper cards;
    private final InteractiveWriter interactives;
    private final TemplateWriter templates;
    private final OrderMapper orders;
    private final ContextMapper contexts;
    private final ReferralMapper referrals;

    GraphWriter(
            FileMapper files,
            ContactCardMapper cards,
            InteractiveWriter interactives,
            TemplateWriter templates,
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

    /** The content as a message, sent or received, holds it. A reaction that is taken back has an empty emoji. */
    public GraphContent content(Content content, MessageNames names) {
        return switch (content) {
            case Text(String body, Boolean previewUrl) -> text(body, previewUrl);
            case Media media -> media(media);
            case Location location -> GraphContent.of("location").location(files.toWire(location)).build();
            case ContactCards(var people) -> GraphContent.of("contacts").contacts(cards.toWire(people)).build();
            case Reaction(var target, String emoji) -> GraphContent.of("reaction")
                    .reaction(new io.stele.contracts.kapso.graph.Reaction(
                            names.write(target), emoji == null ? "" : emoji))
                    .build();
            case Interactive interactive -> interactive(interactives.write(interactive));
            case Reply.ButtonReply reply -> interactive(interactives.write(reply));
            case Reply.ListReply reply -> interactive(interactives.write(reply));
            case Reply.FlowReply reply -> interactive(interactives.write(reply));
            case Reply.QuickReply(String text, String payload) -> GraphContent.of("button")
                    .button(new PressedButton(text, payload))
                    .build();
            case TemplateUse use -> GraphContent.of("template").template(templates.write(use)).build();
            case Order order -> GraphContent.of("order").order(orders.toWire(order)).build();
            case SystemNote note -> GraphContent.of("system").system(system(note)).build();
            case Unsupported unsupported -> unsupported(unsupported);
            case Email email -> text(email.words().orElse(""), null);
            case Speech speech -> text(speech.text(), null);
        };
    }

    /** What the message refers to; null for one that stands alone. */
    public @Nullable MessageContext context(Context context, MessageNames names) {
        return contexts.toWire(context, names);
    }

    /** Where the person came from. */
    public JsonNode referral(Referral referral) {
        return referrals.toWire(referral);
    }

    /** Meta's word for what can be tapped on an interactive message. */
    public static String type(Interactive.Action action) {
        return InteractiveWriter.type(action);
    }

    private static GraphContent text(String body, @Nullable Boolean previewUrl) {
        return GraphContent.of("text")
                .text(new io.stele.contracts.kapso.graph.Text(body, previewUrl))
                .build();
    }

    private GraphContent media(Media media) {
        io.stele.contracts.kapso.graph.Media file = files.toWire(media);
        return switch (media.kind()) {
            case IMAGE -> GraphContent.of("image").image(file).build();
            case VIDEO -> GraphContent.of("video").video(file).build();
            case AUDIO -> GraphContent.of("audio").audio(file).build();
            case DOCUMENT -> GraphContent.of("document").document(file).build();
            case STICKER -> GraphContent.of("sticker").sticker(file).build();
        };
    }

    private static GraphContent interactive(io.stele.contracts.kapso.graph.Interactive interactive) {
        return GraphContent.of("interactive").interactive(interactive).build();
    }

    private static JsonNode system(SystemNote note) {
        Map<String, Json> members = new LinkedHashMap<>();
        put(members, "body", note.body());
        put(members, "type", note.kind());
        put(members, "wa_id", note.newUserId());
        note.details().members().forEach(members::putIfAbsent);
        return JsonTrees.toWire(new Json.Members(members));
    }

    private static void put(Map<String, Json> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, new Json.Text(value));
        }
    }

    private static GraphContent unsupported(Unsupported message) {
        Map<String, Json> rest = new LinkedHashMap<>(message.details().members());
        GraphContent.Builder content = GraphContent.of(message.kind());
        if (!RESERVED.contains(message.kind()) && rest.get(message.kind()) instanceof Json.Members named) {
            content.other(JsonTrees.toWire(named));
        }
        if (rest.get("unsupported") instanceof Json.Members about) {
            content.unsupported(JsonTrees.toWire(about));
            rest.remove("unsupported");
        }
        if (rest.get("errors") instanceof Json.Elements errors) {
            content.errors(JsonTrees.toWire(errors));
            rest.remove("errors");
        }
        if (!rest.isEmpty()) {
            content.further(JsonTrees.toWire(new Json.Members(rest)));
        }
        return content.build();
    }
}
