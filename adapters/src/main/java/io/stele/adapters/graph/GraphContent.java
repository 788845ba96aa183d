package io.stele.adapters.graph;

import io.micronaut.json.tree.JsonNode;
import io.stele.contracts.kapso.graph.ContactCard;
import io.stele.contracts.kapso.graph.Interactive;
import io.stele.contracts.kapso.graph.Location;
import io.stele.contracts.kapso.graph.Media;
import io.stele.contracts.kapso.graph.MessageContent;
import io.stele.contracts.kapso.graph.Order;
import io.stele.contracts.kapso.graph.PressedButton;
import io.stele.contracts.kapso.graph.Reaction;
import io.stele.contracts.kapso.graph.Template;
import io.stele.contracts.kapso.graph.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Content in Meta's form, ready to be put into a message: the member that {@code type} names is there, the others are null.
 *
 * @param other the content under the name of a type that has no member here, or not of this form; null when it has one
 * @param further what the content holds beyond the members that Meta's form has for it, an object; null when nothing
 */
public record GraphContent(
        String type,
        @Nullable Text text,
        @Nullable Media image,
        @Nullable Media video,
        @Nullable Media audio,
        @Nullable Media document,
        @Nullable Media sticker,
        @Nullable Location location,
        @Nullable List<ContactCard> contacts,
        @Nullable Reaction reaction,
        @Nullable Interactive interactive,
        @Nullable Template template,
        @Nullable Order order,
        @Nullable PressedButton button,
        @Nullable JsonNode system,
        @Nullable JsonNode unsupported,
        @Nullable JsonNode errors,
        @Nullable Map<String, JsonNode> other,
        @Nullable JsonNode further)
        implements MessageContent {

    /** Content of this type, with no member yet. */
    static Builder of(String type) {
        return new Builder(type);
    }

    static final class Builder {
        private final String type;
        private @Nullable Text text;
        private @Nullable Media image;
        private @Nullable Media video;
        private @Nullable Media audio;
        private @Nullable Media document;
        private @Nullable Media sticker;
        private @Nullable Location location;
        private @Nullable List<ContactCard> contacts;
        private @Nullable Reaction reaction;
        private @Nullable Interactive interactive;
        private @Nullable Template template;
        private @Nullable Order order;
        private @Nullable PressedButton button;
        private @Nullable JsonNode system;
        private @Nullable JsonNode unsupported;
        private @Nullable JsonNode errors;
        private @Nullable Map<String, JsonNode> other;
        private @Nullable JsonNode further;

        private Builder(String type) {
            this.type = type;
        }

        Builder text(Text value) {
            text = value;
            return this;
        }

        Builder image(Media value) {
            image = value;
            return this;
        }

        Builder video(Media value) {
            video = value;
            return this;
        }

        Builder audio(Media value) {
            audio = value;
            return this;
        }

        Builder document(Media value) {
            document = value;
            return this;
        }

        Builder sticker(Media value) {
            sticker = value;
            return this;
        }

        Builder location(Location value) {
            location = value;
            return this;
        }

        Builder contacts(List<ContactCard> value) {
            contacts = value;
            return this;
        }

        Builder reaction(Reaction value) {
            reaction = value;
            return this;
        }

        Builder interactive(Interactive value) {
            interactive = value;
            return this;
        }

        Builder template(Template value) {
            template = value;
            return this;
        }

        Builder order(Order value) {
            order = value;
            return this;
        }

        Builder button(PressedButton value) {
            button = value;
            return this;
        }

        Builder system(JsonNode value) {
            system = value;
            return this;
        }

        Builder unsupported(@Nullable JsonNode value) {
            unsupported = value;
            return this;
        }

        Builder errors(@Nullable JsonNode value) {
            errors = value;
            return this;
        }

        Builder other(JsonNode value) {
            other = Map.of(type, value);
            return this;
        }

        Builder further(@Nullable JsonNode value) {
            further = value;
            return this;
        }

        GraphContent build() {
            return new GraphContent(
                    type, text, image, video, audio, document, sticker, location, contacts, reaction, interactive,
                    template, order, button, system, unsupported, errors, other, further);
        }
    }
}
