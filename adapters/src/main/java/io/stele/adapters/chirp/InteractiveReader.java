package io.stele.adapters.chirp;

import static io.stele.adapters.Required.elements;
import static io.stele.adapters.Required.present;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.WireException;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.chirp.Interactive;
import io.stele.contracts.chirp.InteractiveAddress;
import io.stele.contracts.chirp.InteractiveButton;
import io.stele.contracts.chirp.InteractiveCard;
import io.stele.contracts.chirp.InteractiveFlow;
import io.stele.contracts.chirp.InteractiveMedia;
import io.stele.contracts.chirp.InteractiveSection;
import io.stele.core.message.Interactive.Action;
import io.stele.core.message.Interactive.AddressRequest;
import io.stele.core.message.Interactive.Button;
import io.stele.core.message.Interactive.CallPermissionRequest;
import io.stele.core.message.Interactive.Card;
import io.stele.core.message.Interactive.CardAction;
import io.stele.core.message.Interactive.CardButtons;
import io.stele.core.message.Interactive.CardLink;
import io.stele.core.message.Interactive.Carousel;
import io.stele.core.message.Interactive.Catalog;
import io.stele.core.message.Interactive.ContactInfoRequest;
import io.stele.core.message.Interactive.Flow;
import io.stele.core.message.Interactive.FlowPayload;
import io.stele.core.message.Interactive.Header;
import io.stele.core.message.Interactive.LinkButton;
import io.stele.core.message.Interactive.LocationRequest;
import io.stele.core.message.Interactive.MediaHeader;
import io.stele.core.message.Interactive.Menu;
import io.stele.core.message.Interactive.Product;
import io.stele.core.message.Interactive.ProductList;
import io.stele.core.message.Interactive.ProductSection;
import io.stele.core.message.Interactive.ReplyButtons;
import io.stele.core.message.Interactive.Row;
import io.stele.core.message.Interactive.Section;
import io.stele.core.message.Interactive.TextHeader;
import io.stele.core.message.Json;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an interactive message of every kind that can be sent. What its type does not use is not read. */
final class InteractiveReader {

    private InteractiveReader() {}

    static io.stele.core.message.Interactive read(Interactive wire, String path) {
        Action action = action(wire, path);
        return new io.stele.core.message.Interactive(header(wire, path), wire.body(), wire.footer(), action);
    }

    private static Action action(Interactive wire, String path) {
        String type = present(wire.type(), path + ".type");
        return switch (type) {
            case InteractiveTypes.BUTTONS -> {
                present(wire.body(), path + ".body");
                yield new ReplyButtons(buttons(wire.buttons(), path + ".buttons"));
            }
            case InteractiveTypes.LIST -> {
                present(wire.body(), path + ".body");
                yield new Menu(
                        present(wire.buttonText(), path + ".buttonText"),
                        sections(wire.sections(), path + ".sections"));
            }
            case InteractiveTypes.LINK -> {
                present(wire.body(), path + ".body");
                yield new LinkButton(
                        present(wire.buttonText(), path + ".buttonText"), present(wire.url(), path + ".url"));
            }
            case InteractiveTypes.CAROUSEL -> new Carousel(cards(wire.cards(), path + ".cards"));
            case InteractiveTypes.LOCATION_REQUEST -> new LocationRequest();
            case InteractiveTypes.CONTACT_REQUEST -> new ContactInfoRequest();
            case InteractiveTypes.FLOW -> flow(wire, path);
            case InteractiveTypes.PRODUCT -> new Product(
                    present(wire.catalogId(), path + ".catalogId"),
                    present(wire.productRetailerId(), path + ".productRetailerId"));
            case InteractiveTypes.PRODUCT_LIST -> new ProductList(
                    present(wire.catalogId(), path + ".catalogId"), products(wire.sections(), path + ".sections"));
            case InteractiveTypes.CATALOG -> new Catalog(wire.thumbnailProductRetailerId());
            case InteractiveTypes.ADDRESS -> address(present(wire.address(), path + ".address"), path + ".address");
            case InteractiveTypes.CALL_PERMISSION -> new CallPermissionRequest();
            default -> throw new WireException(path + ".type", "must be one of " + InteractiveTypes.SENDABLE);
        };
    }

    private static @Nullable Header header(Interactive wire, String path) {
        if (wire.header() != null && wire.headerMedia() != null) {
            throw new WireException(path + ".headerMedia", "must be left out when there is a text header");
        }
        if (wire.headerMedia() != null) {
            return mediaHeader(wire.headerMedia(), path + ".headerMedia");
        }
        return wire.header() == null ? null : new TextHeader(wire.header());
    }

    private static MediaHeader mediaHeader(InteractiveMedia media, String path) {
        MediaKind kind = MediaKinds.ofHeader(media.type(), path + ".type");
        if (media.mediaId() == null && media.url() == null) {
            throw new WireException(path + ".mediaId", "is required, or url");
        }
        return new MediaHeader(kind, new MediaFile(media.mediaId(), media.url(), null, null, null), media.filename());
    }

    private static List<Button> buttons(@Nullable List<InteractiveButton> buttons, String path) {
        List<Button> read = new ArrayList<>();
        for (InteractiveButton button : elements(buttons, path)) {
            String place = path + "[" + read.size() + "]";
            read.add(new Button(present(button.id(), place + ".id"), present(button.title(), place + ".title")));
        }
        return read;
    }

    private static List<Section> sections(@Nullable List<InteractiveSection> sections, String path) {
        List<Section> read = new ArrayList<>();
        for (InteractiveSection section : elements(sections, path)) {
            String place = path + "[" + read.size() + "].rows";
            List<Row> rows = new ArrayList<>();
            for (InteractiveSection.Row row : elements(section.rows(), place)) {
                String line = place + "[" + rows.size() + "]";
                rows.add(new Row(
                        present(row.id(), line + ".id"), present(row.title(), line + ".title"), row.description()));
            }
            read.add(new Section(section.title(), rows));
        }
        return read;
    }

    private static List<ProductSection> products(@Nullable List<InteractiveSection> sections, String path) {
        List<ProductSection> read = new ArrayList<>();
        for (InteractiveSection section : elements(sections, path)) {
            String place = path + "[" + read.size() + "].products";
            List<String> products = new ArrayList<>();
            for (InteractiveSection.Product product : elements(section.products(), place)) {
                products.add(present(
                        product.productRetailerId(), place + "[" + products.size() + "].productRetailerId"));
            }
            read.add(new ProductSection(section.title(), products));
        }
        return read;
    }

    private static List<Card> cards(@Nullable List<InteractiveCard> cards, String path) {
        List<Card> read = new ArrayList<>();
        for (InteractiveCard card : elements(cards, path)) {
            String place = path + "[" + read.size() + "]";
            read.add(new Card(
                    card.index() == null ? read.size() : card.index(),
                    mediaHeader(present(card.headerMedia(), place + ".headerMedia"), place + ".headerMedia"),
                    card.body(),
                    cardAction(card, place)));
        }
        return read;
    }

    private static CardAction cardAction(InteractiveCard card, String path) {
        return card.buttons() == null
                ? new CardLink(present(card.buttonText(), path + ".buttonText"), present(card.url(), path + ".url"))
                : new CardButtons(buttons(card.buttons(), path + ".buttons"));
    }

    private static Flow flow(Interactive wire, String path) {
        InteractiveFlow flow = present(wire.flow(), path + ".flow");
        if (flow.id() == null && flow.name() == null) {
            throw new WireException(path + ".flow.id", "is required, or name");
        }
        InteractiveFlow.Start start = flow.actionPayload();
        return new Flow(
                flow.messageVersion(),
                flow.id(),
                flow.name(),
                present(wire.buttonText(), path + ".buttonText"),
                flow.mode(),
                flow.token(),
                flow.action(),
                start == null
                        ? null
                        : new FlowPayload(
                                start.screen(), start.data() == null ? null : JsonTrees.toDomain(start.data())));
    }

    private static AddressRequest address(InteractiveAddress address, String path) {
        JsonNode parameters = address.parameters();
        if (parameters != null && !parameters.isObject()) {
            throw new WireException(path + ".parameters", "must be an object");
        }
        return new AddressRequest(
                present(address.country(), path + ".country"),
                parameters == null ? new Json.Members(Map.of()) : JsonTrees.toMembers(parameters));
    }
}
