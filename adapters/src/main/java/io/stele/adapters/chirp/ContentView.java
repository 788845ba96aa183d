package io.stele.adapters.chirp;

import io.stele.contracts.chirp.ContactCard;
import io.stele.contracts.chirp.Interactive;
import io.stele.contracts.chirp.SystemData;
import io.stele.contracts.chirp.TemplateBody;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a message resource that tells the content, before it is flattened: the type, and the member or two that the
 * type has.
 */
record ContentView(
        String type,
        @Nullable String textBody,
        @Nullable Media media,
        @Nullable Location location,
        @Nullable Reaction reaction,
        Reply.@Nullable QuickReply press,
        @Nullable Order order,
        @Nullable List<ContactCard> contacts,
        @Nullable TemplateBody template,
        @Nullable Interactive interactive,
        @Nullable SystemData system) {

    static ContentView text(String type, @Nullable String body) {
        return new ContentView(type, body, null, null, null, null, null, null, null, null, null);
    }

    static ContentView media(String type, Media media) {
        return new ContentView(type, null, media, null, null, null, null, null, null, null, null);
    }

    /** @param more what there is to say of the place beyond its own members; null when nothing */
    static ContentView location(String type, Location location, @Nullable SystemData more) {
        return new ContentView(type, null, null, location, null, null, null, null, null, null, more);
    }

    static ContentView reaction(String type, Reaction reaction) {
        return new ContentView(type, null, null, null, reaction, null, null, null, null, null, null);
    }

    static ContentView press(String type, Reply.QuickReply press) {
        return new ContentView(type, null, null, null, null, press, null, null, null, null, null);
    }

    static ContentView order(String type, Order order) {
        return new ContentView(type, null, null, null, null, null, order, null, null, null, null);
    }

    static ContentView contacts(String type, List<ContactCard> contacts) {
        return new ContentView(type, null, null, null, null, null, null, contacts, null, null, null);
    }

    static ContentView template(String type, TemplateBody template) {
        return new ContentView(type, null, null, null, null, null, null, null, template, null, null);
    }

    static ContentView interactive(String type, Interactive interactive) {
        return new ContentView(type, null, null, null, null, null, null, null, null, interactive, null);
    }

    /** This view with the product that the message is about, where nothing else takes its place. */
    ContentView about(Interactive product) {
        return interactive != null
                ? this
                : new ContentView(
                        type, textBody, media, location, reaction, press, order, contacts, template, product, system);
    }

    static ContentView system(String type, SystemData system) {
        return new ContentView(type, null, null, null, null, null, null, null, null, null, system);
    }
}
