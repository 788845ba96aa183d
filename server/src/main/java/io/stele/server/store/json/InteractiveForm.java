package io.stele.server.store.json;

import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.MediaKind;
import org.jspecify.annotations.Nullable;

/** The stored form of an interactive message. */
final class InteractiveForm {

    private InteractiveForm() {}

    static Json write(Interactive interactive) {
        return Members.of("interactive")
                .with("header", header(interactive.header()))
                .with("body", interactive.body())
                .with("footer", interactive.footer())
                .with("action", action(interactive.action()))
                .build();
    }

    private static @Nullable Json header(Interactive.@Nullable Header header) {
        return switch (header) {
            case null -> null;
            case Interactive.TextHeader(var text) -> Members.of("text")
                    .with("text", text)
                    .build();
            case Interactive.MediaHeader(var kind, var file, var filename) -> Members.of("media")
                    .with("kind", kind)
                    .with("file", FileForm.write(file))
                    .with("filename", filename)
                    .build();
        };
    }

    private static Json action(Interactive.Action action) {
        return switch (action) {
            case Interactive.ReplyButtons(var buttons) -> Members.of("buttons")
                    .with("buttons", buttons, InteractiveForm::button)
                    .build();
            case Interactive.Menu(var button, var sections) -> Members.of("menu")
                    .with("button", button)
                    .with("sections", sections, InteractiveForm::section)
                    .build();
            case Interactive.LinkButton(var displayText, var url) -> Members.of("link")
                    .with("displayText", displayText)
                    .with("url", url)
                    .build();
            case Interactive.Carousel(var cards) -> Members.of("carousel")
                    .with("cards", cards, InteractiveForm::card)
                    .build();
            case Interactive.LocationRequest() -> Members.of("location_request").build();
            case Interactive.ContactInfoRequest() -> Members.of("contact_info_request").build();
            case Interactive.AddressRequest(var country, var parameters) -> Members.of("address_request")
                    .with("country", country)
                    .with("parameters", parameters)
                    .build();
            case Interactive.Flow flow -> flow(flow);
            case Interactive.Product(var catalogId, var retailerId) -> Members.of("product")
                    .with("catalogId", catalogId)
                    .with("retailerId", retailerId)
                    .build();
            case Interactive.ProductList(var catalogId, var sections) -> Members.of("products")
                    .with("catalogId", catalogId)
                    .with("sections", sections, section -> new Members()
                            .with("title", section.title())
                            .with("retailerIds", section.retailerIds(), Json.Text::new)
                            .build())
                    .build();
            case Interactive.Catalog(var thumbnailRetailerId) -> Members.of("catalog")
                    .with("thumbnailRetailerId", thumbnailRetailerId)
                    .build();
            case Interactive.CallPermissionRequest() -> Members.of("call_permission_request").build();
        };
    }

    private static Json button(Interactive.Button button) {
        return new Members().with("id", button.id()).with("title", button.title()).build();
    }

    private static Json section(Interactive.Section section) {
        return new Members()
                .with("title", section.title())
                .with("rows", section.rows(), row -> new Members()
                        .with("id", row.id())
                        .with("title", row.title())
                        .with("description", row.description())
                        .build())
                .build();
    }

    private static Json card(Interactive.Card card) {
        return new Members()
                .with("index", card.index())
                .with("header", header(card.header()))
                .with("body", card.body())
                .with("action", switch (card.action()) {
                    case Interactive.CardLink(var displayText, var url) -> Members.of("link")
                            .with("displayText", displayText)
                            .with("url", url)
                            .build();
                    case Interactive.CardButtons(var buttons) -> Members.of("buttons")
                            .with("buttons", buttons, InteractiveForm::button)
                            .build();
                })
                .build();
    }

    private static Json flow(Interactive.Flow flow) {
        Interactive.FlowPayload payload = flow.payload();
        return Members.of("flow")
                .with("messageVersion", flow.messageVersion())
                .with("id", flow.id())
                .with("name", flow.name())
                .with("callToAction", flow.callToAction())
                .with("mode", flow.mode())
                .with("token", flow.token())
                .with("action", flow.action())
                .with("payload", payload == null
                        ? null
                        : new Members().with("screen", payload.screen()).with("data", payload.data()).build())
                .build();
    }

    static Interactive read(Fields fields) {
        return new Interactive(
                fields.nested("header", InteractiveForm::header),
                fields.textOrNull("body"),
                fields.textOrNull("footer"),
                action(fields.json("action")));
    }

    private static Interactive.Header header(Json json) {
        Fields header = Fields.of(json);
        return switch (header.kind()) {
            case "text" -> new Interactive.TextHeader(header.text("text"));
            case "media" -> mediaHeader(header);
            default -> throw Fields.unknown(header.kind());
        };
    }

    private static Interactive.MediaHeader mediaHeader(Fields header) {
        return new Interactive.MediaHeader(
                header.constant("kind", MediaKind.class),
                FileForm.read(header.json("file")),
                header.textOrNull("filename"));
    }

    private static Interactive.Action action(Json json) {
        Fields action = Fields.of(json);
        return switch (action.kind()) {
            case "buttons" -> new Interactive.ReplyButtons(action.list("buttons", InteractiveForm::button));
            case "menu" -> new Interactive.Menu(
                    action.text("button"), action.list("sections", InteractiveForm::section));
            case "link" -> new Interactive.LinkButton(action.text("displayText"), action.text("url"));
            case "carousel" -> new Interactive.Carousel(action.list("cards", InteractiveForm::card));
            case "location_request" -> new Interactive.LocationRequest();
            case "contact_info_request" -> new Interactive.ContactInfoRequest();
            case "address_request" -> new Interactive.AddressRequest(
                    action.text("country"), action.members("parameters"));
            case "flow" -> flow(action);
            case "product" -> new Interactive.Product(action.text("catalogId"), action.text("retailerId"));
            case "products" -> new Interactive.ProductList(action.text("catalogId"), action.list("sections", each -> {
                Fields section = Fields.of(each);
                return new Interactive.ProductSection(
                        section.textOrNull("title"), section.list("retailerIds", InteractiveForm::string));
            }));
            case "catalog" -> new Interactive.Catalog(action.textOrNull("thumbnailRetailerId"));
            case "call_permission_request" -> new Interactive.CallPermissionRequest();
            default -> throw Fields.unknown(action.kind());
        };
    }

    private static String string(Json json) {
        if (json instanceof Json.Text(String value)) {
            return value;
        }
        throw new IllegalStateException("a stored value is no string");
    }

    private static Interactive.Button button(Json json) {
        Fields button = Fields.of(json);
        return new Interactive.Button(button.text("id"), button.text("title"));
    }

    private static Interactive.Section section(Json json) {
        Fields section = Fields.of(json);
        return new Interactive.Section(section.textOrNull("title"), section.list("rows", each -> {
            Fields row = Fields.of(each);
            return new Interactive.Row(row.text("id"), row.text("title"), row.textOrNull("description"));
        }));
    }

    private static Interactive.Card card(Json json) {
        Fields card = Fields.of(json);
        return new Interactive.Card(
                card.index("index"),
                mediaHeader(Fields.of(card.json("header"))),
                card.textOrNull("body"),
                cardAction(Fields.of(card.json("action"))));
    }

    private static Interactive.CardAction cardAction(Fields action) {
        return switch (action.kind()) {
            case "link" -> new Interactive.CardLink(action.text("displayText"), action.text("url"));
            case "buttons" -> new Interactive.CardButtons(action.list("buttons", InteractiveForm::button));
            default -> throw Fields.unknown(action.kind());
        };
    }

    private static Interactive.Flow flow(Fields flow) {
        return new Interactive.Flow(
                flow.textOrNull("messageVersion"),
                flow.textOrNull("id"),
                flow.textOrNull("name"),
                flow.text("callToAction"),
                flow.textOrNull("mode"),
                flow.textOrNull("token"),
                flow.textOrNull("action"),
                flow.nested("payload", each -> {
                    Fields payload = Fields.of(each);
                    return new Interactive.FlowPayload(payload.textOrNull("screen"), payload.jsonOrNull("data"));
                }));
    }
}
