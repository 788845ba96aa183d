package io.stele.adapters.chirp;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.chirp.SystemData;
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
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how each kind of content looks in a message resource. */
@Singleton
final class ContentViews {

    /** What the web page of a place is called among the details. */
    static final String URL = "url";

    private final ContactCardMapper cards;
    private final TemplateWriter templates;
    private final InteractiveWriter interactives;

    ContentViews(ContactCardMapper cards, TemplateWriter templates, InteractiveWriter interactives) {
        this.cards = cards;
        this.templates = templates;
        this.interactives = interactives;
    }

    /** The view. An email and a spoken text, which Chirp has no type for, are shown as their words. */
    ContentView of(Content content) {
        String type = MessageTypes.of(content);
        return switch (content) {
            case Text text -> ContentView.text(type, text.body());
            case Media media -> ContentView.media(type, media);
            case Location location -> ContentView.location(type, location, page(location));
            case ContactCards(var contacts) -> ContentView.contacts(
                    type, contacts.stream().map(cards::toWire).toList());
            case Reaction reaction -> ContentView.reaction(type, reaction);
            case Interactive interactive -> ContentView.interactive(type, interactives.write(interactive));
            case Reply.ButtonReply reply -> ContentView.interactive(type, interactives.write(reply));
            case Reply.ListReply reply -> ContentView.interactive(type, interactives.write(reply));
            case Reply.FlowReply reply -> ContentView.interactive(type, interactives.write(reply));
            case Reply.QuickReply press -> ContentView.press(type, press);
            case TemplateUse template -> ContentView.template(type, templates.write(template));
            case Order order -> ContentView.order(type, order);
            case Email email -> ContentView.text(type, email.text() == null ? email.html() : email.text());
            case Speech speech -> ContentView.text(type, speech.text());
            case SystemNote(String kind, String body, String newUserId, Json.Members details) -> ContentView.system(
                    type, new SystemData(kind, body, newUserId, shown(details)));
            case Unsupported(String kind, Json.Members details) -> ContentView.system(
                    type, new SystemData(kind, null, null, shown(details)));
        };
    }

    /** The view of a message with this content in this context. */
    ContentView of(Content content, Context context) {
        Context.ReferredProduct product = context.product();
        return product == null ? of(content) : of(content).about(interactives.write(product));
    }

    /** A place's web page, for which the resource has no key of its own. */
    private static @Nullable SystemData page(Location location) {
        return location.url() == null
                ? null
                : new SystemData(
                        null,
                        null,
                        null,
                        JsonNode.createObjectNode(Map.of(URL, JsonNode.createStringNode(location.url()))));
    }

    private static @Nullable JsonNode shown(Json.Members details) {
        return details.members().isEmpty() ? null : JsonTrees.toWire(details);
    }
}
