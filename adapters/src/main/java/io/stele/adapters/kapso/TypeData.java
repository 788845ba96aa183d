package io.stele.adapters.kapso;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.graph.GraphWriter;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Kapso tells about a message by its type, {@code kapso.message_type_data} (contract section 2.7). */
final class TypeData {

    private TypeData() {}

    /**
     * The data; null for types of which there is nothing to tell.
     *
     * @param further what the message holds that its type has no member for
     */
    static @Nullable JsonNode of(Content content, @Nullable JsonNode further) {
        return switch (content) {
            case Media media -> media(media);
            case Location location -> location(location);
            case TemplateUse use -> template(use);
            case Interactive interactive -> interactive(interactive);
            case Unsupported _ -> further;
            case Text _, ContactCards _, Reaction _, Reply _, Order _, Email _, Speech _, SystemNote _ -> null;
        };
    }

    /** The texts that fill a template's header and body, in order. */
    static List<String> values(TemplateUse use) {
        return use.components().stream()
                .flatMap(component -> switch (component) {
                    case TemplateUse.Header(var parameters) -> parameters.stream();
                    case TemplateUse.Body(var parameters) -> parameters.stream();
                    case TemplateUse.Button _, TemplateUse.Cards _, TemplateUse.LimitedTimeOffer _ ->
                        Stream.<TemplateUse.Parameter>empty();
                })
                .flatMap(parameter -> switch (parameter) {
                    case TemplateUse.TextParameter text -> Stream.of(text.text());
                    case TemplateUse.CurrencyParameter currency -> Stream.of(currency.fallback());
                    case TemplateUse.DateTimeParameter moment -> Stream.of(moment.fallback());
                    case TemplateUse.MediaParameter _,
                            TemplateUse.LocationParameter _,
                            TemplateUse.PayloadParameter _,
                            TemplateUse.CouponCodeParameter _,
                            TemplateUse.ActionParameter _ -> Stream.<String>empty();
                })
                .toList();
    }

    private static JsonNode media(Media media) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        put(members, "caption", media.caption());
        members.put("has_media", JsonNode.createBooleanNode(true));
        return JsonNode.createObjectNode(members);
    }

    private static JsonNode location(Location location) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("latitude", JsonNode.createNumberNode(location.latitude()));
        members.put("longitude", JsonNode.createNumberNode(location.longitude()));
        put(members, "name", location.name());
        put(members, "address", location.address());
        return JsonNode.createObjectNode(members);
    }

    private static JsonNode template(TemplateUse use) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        switch (use.template()) {
            case TemplateUse.TemplateByName(String name, String language, _) -> {
                put(members, "name", name);
                put(members, "language", language);
            }
            case TemplateUse.TemplateById(String id) -> put(members, "name", id);
        }
        members.put(
                "params",
                JsonNode.createArrayNode(
                        values(use).stream().map(JsonNode::createStringNode).toList()));
        return JsonNode.createObjectNode(members);
    }

    private static JsonNode interactive(Interactive interactive) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        put(members, "type", GraphWriter.type(interactive.action()));
        put(members, "body_text", interactive.body());
        return JsonNode.createObjectNode(members);
    }

    private static void put(Map<String, JsonNode> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, JsonNode.createStringNode(value));
        }
    }
}
