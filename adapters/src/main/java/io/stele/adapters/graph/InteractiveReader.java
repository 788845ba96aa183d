package io.stele.adapters.graph;

import static io.stele.adapters.Required.list;
import static io.stele.adapters.Required.present;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.WireException;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.graph.ActionParameters;
import io.stele.contracts.kapso.graph.InteractiveAction;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.MediaKind;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads interactive messages that are to be sent (contract section 2.2). */
@Singleton
final class InteractiveReader {

    /** The names of the actions that have one, by the type of the message. */
    private static final Map<String, String> NAMES = Map.of(
            "cta_url", "cta_url",
            "location_request_message", "send_location",
            "request_contact_info", "request_contact_info",
            "address_message", "address_message",
            "flow", "flow",
            "catalog_message", "catalog_message",
            "call_permission_request", "call_permission_request");

    private static final String FLOW_VERSION = "3";

    private final FileMapper files;

    InteractiveReader(FileMapper files) {
        this.files = files;
    }

    /** @throws WireException when the kind is unknown, or a part is missing that the kind cannot do without */
    Interactive read(io.stele.contracts.kapso.graph.Interactive message, String path) {
        String type = present(message.type(), path + ".type");
        String place = path + ".action";
        InteractiveAction wanted = present(message.action(), place);
        requireName(wanted, NAMES.get(type), place);
        Interactive.Action action = action(type, wanted, place, path);
        return new Interactive(
                header(message.header(), path + ".header"),
                body(message.body(), path + ".body", mayLackBody(action)),
                text(message.footer(), path + ".footer"),
                action);
    }

    private Interactive.Action action(String type, InteractiveAction action, String place, String path) {
        return switch (type) {
            case "button" -> new Interactive.ReplyButtons(buttons(action, place, "reply"));
            case "list" -> new Interactive.Menu(
                    present(action.button(), place + ".button"), sections(action, place + ".sections"));
            case "cta_url" -> link(action, place);
            case "carousel" -> new Interactive.Carousel(cards(action, place + ".cards"));
            case "location_request_message" -> new Interactive.LocationRequest();
            case "request_contact_info" -> new Interactive.ContactInfoRequest();
            case "address_message" -> address(parameters(action, place), place + ".parameters");
            case "flow" -> flow(parameters(action, place), place + ".parameters");
            case "product" -> new Interactive.Product(
                    present(action.catalogId(), place + ".catalog_id"),
                    present(action.productRetailerId(), place + ".product_retailer_id"));
            case "product_list" -> new Interactive.ProductList(
                    present(action.catalogId(), place + ".catalog_id"), products(action, place + ".sections"));
            case "catalog_message" -> new Interactive.Catalog(
                    action.parameters() == null ? null : action.parameters().thumbnailProductRetailerId());
            case "call_permission_request" -> new Interactive.CallPermissionRequest();
            default -> throw new WireException(
                    path + ".type",
                    "must be button, list, cta_url, carousel, location_request_message, request_contact_info,"
                            + " address_message, flow, product, product_list, catalog_message or call_permission_request");
        };
    }

    /** The name may be left out, since the type says it too; another one is a mistake. */
    private static void requireName(InteractiveAction action, @Nullable String name, String place) {
        if (name != null && action.name() != null && !action.name().equals(name)) {
            throw new WireException(place + ".name", "must be " + name);
        }
    }

    private static boolean mayLackBody(Interactive.Action action) {
        return switch (action) {
            case Interactive.Product _, Interactive.Catalog _, Interactive.CallPermissionRequest _ -> true;
            case Interactive.ReplyButtons _,
                    Interactive.Menu _,
                    Interactive.LinkButton _,
                    Interactive.Carousel _,
                    Interactive.LocationRequest _,
                    Interactive.ContactInfoRequest _,
                    Interactive.AddressRequest _,
                    Interactive.Flow _,
                    Interactive.ProductList _ -> false;
        };
    }

    private Interactive.@Nullable Header header(
            io.stele.contracts.kapso.graph.Interactive.@Nullable Header header, String path) {
        if (header == null) {
            return null;
        }
        return switch (present(header.type(), path + ".type")) {
            case "text" -> new Interactive.TextHeader(present(header.text(), path + ".text"));
            case "image" -> file(MediaKind.IMAGE, header.image(), path + ".image");
            case "video" -> file(MediaKind.VIDEO, header.video(), path + ".video");
            case "document" -> file(MediaKind.DOCUMENT, header.document(), path + ".document");
            default -> throw new WireException(path + ".type", "must be text, image, video or document");
        };
    }

    private Interactive.MediaHeader file(
            MediaKind kind, io.stele.contracts.kapso.graph.@Nullable Media media, String path) {
        io.stele.contracts.kapso.graph.Media there = present(media, path);
        return new Interactive.MediaHeader(kind, files.toFile(there, path), there.filename());
    }

    private static @Nullable String body(
            io.stele.contracts.kapso.graph.Interactive.@Nullable TextPart body, String path, boolean optional) {
        return optional ? text(body, path) : present(text(body, path), path + ".text");
    }

    private static @Nullable String text(
            io.stele.contracts.kapso.graph.Interactive.@Nullable TextPart part, String path) {
        return part == null ? null : present(part.text(), path + ".text");
    }

    private static List<Interactive.Button> buttons(InteractiveAction action, String place, String type) {
        String path = place + ".buttons";
        List<InteractiveAction.Button> buttons = list(action.buttons(), path);
        return IntStream.range(0, buttons.size())
                .mapToObj(i -> button(buttons.get(i), path + "[" + i + "]", type))
                .toList();
    }

    private static Interactive.Button button(InteractiveAction.Button button, String path, String type) {
        if (!type.equals(button.type())) {
            throw new WireException(path + ".type", "must be " + type);
        }
        String place = path + "." + type;
        InteractiveAction.Label label =
                present(type.equals("reply") ? button.reply() : button.quickReply(), place);
        return new Interactive.Button(present(label.id(), place + ".id"), present(label.title(), place + ".title"));
    }

    private static List<Interactive.Section> sections(InteractiveAction action, String path) {
        List<InteractiveAction.Section> sections = list(action.sections(), path);
        return IntStream.range(0, sections.size())
                .mapToObj(i -> new Interactive.Section(
                        sections.get(i).title(), rows(sections.get(i), path + "[" + i + "].rows")))
                .toList();
    }

    private static List<Interactive.Row> rows(InteractiveAction.Section section, String path) {
        List<InteractiveAction.Row> rows = list(section.rows(), path);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Interactive.Row(
                        present(rows.get(i).id(), path + "[" + i + "].id"),
                        present(rows.get(i).title(), path + "[" + i + "].title"),
                        rows.get(i).description()))
                .toList();
    }

    private static List<Interactive.ProductSection> products(InteractiveAction action, String path) {
        List<InteractiveAction.Section> sections = list(action.sections(), path);
        return IntStream.range(0, sections.size())
                .mapToObj(i -> new Interactive.ProductSection(
                        sections.get(i).title(), items(sections.get(i), path + "[" + i + "].product_items")))
                .toList();
    }

    private static List<String> items(InteractiveAction.Section section, String path) {
        List<InteractiveAction.ProductItem> items = list(section.productItems(), path);
        return IntStream.range(0, items.size())
                .mapToObj(i -> present(items.get(i).productRetailerId(), path + "[" + i + "].product_retailer_id"))
                .toList();
    }

    private List<Interactive.Card> cards(InteractiveAction action, String path) {
        List<InteractiveAction.CarouselCard> cards = list(action.cards(), path);
        return IntStream.range(0, cards.size())
                .mapToObj(i -> card(cards.get(i), path + "[" + i + "]"))
                .toList();
    }

    private Interactive.Card card(InteractiveAction.CarouselCard card, String path) {
        String place = path + ".header";
        if (!(header(present(card.header(), place), place) instanceof Interactive.MediaHeader header)) {
            throw new WireException(place + ".type", "must be image or video");
        }
        return new Interactive.Card(
                present(card.cardIndex(), path + ".card_index"),
                header,
                text(card.body(), path + ".body"),
                cardAction(present(card.action(), path + ".action"), path + ".action"));
    }

    private static Interactive.CardAction cardAction(InteractiveAction action, String path) {
        if (action.buttons() != null) {
            return new Interactive.CardButtons(buttons(action, path, "quick_reply"));
        }
        requireName(action, NAMES.get("cta_url"), path);
        Interactive.LinkButton link = link(action, path);
        return new Interactive.CardLink(link.displayText(), link.url());
    }

    private static Interactive.LinkButton link(InteractiveAction action, String place) {
        ActionParameters parameters = parameters(action, place);
        return new Interactive.LinkButton(
                present(parameters.displayText(), place + ".parameters.display_text"),
                present(parameters.url(), place + ".parameters.url"));
    }

    private static Interactive.AddressRequest address(ActionParameters parameters, String path) {
        Map<String, Json> rest = new LinkedHashMap<>();
        put(rest, "values", parameters.values(), path, false);
        put(rest, "saved_addresses", parameters.savedAddresses(), path, true);
        put(rest, "validation_errors", parameters.validationErrors(), path, false);
        return new Interactive.AddressRequest(
                present(parameters.country(), path + ".country"), new Json.Members(rest));
    }

    private static void put(Map<String, Json> rest, String name, @Nullable JsonNode node, String path, boolean array) {
        if (node == null || node.isNull()) {
            return;
        }
        if (array ? !node.isArray() : !node.isObject()) {
            throw new WireException(path + "." + name, array ? "must be an array" : "must be an object");
        }
        rest.put(name, JsonTrees.toDomain(node));
    }

    private static Interactive.Flow flow(ActionParameters parameters, String path) {
        if (parameters.flowId() == null && parameters.flowName() == null) {
            throw new WireException(path + ".flow_id", "is required when there is no flow_name");
        }
        String version = parameters.flowMessageVersion();
        if (version != null && !version.equals(FLOW_VERSION)) {
            throw new WireException(path + ".flow_message_version", "must be " + FLOW_VERSION);
        }
        ActionParameters.FlowActionPayload payload = parameters.flowActionPayload();
        return new Interactive.Flow(
                version,
                parameters.flowId(),
                parameters.flowName(),
                present(parameters.flowCta(), path + ".flow_cta"),
                parameters.mode(),
                parameters.flowToken(),
                parameters.flowAction(),
                payload == null
                        ? null
                        : new Interactive.FlowPayload(
                                payload.screen(), payload.data() == null ? null : JsonTrees.toDomain(payload.data())));
    }

    private static ActionParameters parameters(InteractiveAction action, String place) {
        return present(action.parameters(), place + ".parameters");
    }
}
