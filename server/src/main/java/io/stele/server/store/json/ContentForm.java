package io.stele.server.store.json;

import io.stele.core.message.Attachment;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import java.util.UUID;

/** The stored form of content of every kind. What is written reads back equal. */
public final class ContentForm {

    private ContentForm() {}

    /** The content as text. */
    public static String write(Content content) {
        return JsonText.write(form(content));
    }

    /** How the text of every unsupported content of this kind begins, and no other's. */
    public static String beginning(String unsupportedKind) {
        String empty = write(new Unsupported(unsupportedKind, Json.Members.EMPTY));
        return empty.substring(0, empty.length() - "{}}".length());
    }

    /** The content that the text describes. */
    public static Content read(String text) {
        return read(JsonText.read(text));
    }

    private static Json form(Content content) {
        return switch (content) {
            case Text(var body, var previewUrl) -> Members.of("text")
                    .with("body", body)
                    .with("previewUrl", previewUrl)
                    .build();
            case Media(var kind, var file, var caption, var filename, var voice, var animated) -> Members.of("media")
                    .with("kind", kind)
                    .with("file", FileForm.write(file))
                    .with("caption", caption)
                    .with("filename", filename)
                    .with("voice", voice)
                    .with("animated", animated)
                    .build();
            case Location place -> place(place);
            case ContactCards(var cards) -> Members.of("contacts")
                    .with("cards", cards, CardForm::write)
                    .build();
            case Reaction(var target, var emoji) -> Members.of("reaction")
                    .with("target", ReferenceForm.write(target))
                    .with("emoji", emoji)
                    .build();
            case Interactive interactive -> InteractiveForm.write(interactive);
            case Reply reply -> reply(reply);
            case TemplateUse use -> TemplateForm.write(use);
            case Order(var catalogId, var text, var items) -> Members.of("order")
                    .with("catalogId", catalogId)
                    .with("text", text)
                    .with("items", items, ContentForm::item)
                    .build();
            case Email(var subject, var text, var html, var replyTo, var attachments) -> Members.of("email")
                    .with("subject", subject)
                    .with("text", text)
                    .with("html", html)
                    .with("replyTo", replyTo)
                    .with("attachments", attachments, ContentForm::attachment)
                    .build();
            case Speech(var text, var language) -> Members.of("speech")
                    .with("text", text)
                    .with("language", language)
                    .build();
            case SystemNote(var kind, var body, var newUserId, var details) -> Members.of("system")
                    .with("kind", kind)
                    .with("body", body)
                    .with("newUserId", newUserId)
                    .with("details", details)
                    .build();
            case Unsupported(var kind, var details) -> Members.of("unsupported")
                    .with("kind", kind)
                    .with("details", details)
                    .build();
        };
    }

    static Json place(Location place) {
        return Members.of("location")
                .with("latitude", place.latitude())
                .with("longitude", place.longitude())
                .with("name", place.name())
                .with("address", place.address())
                .with("url", place.url())
                .build();
    }

    static Location place(Json json) {
        Fields fields = Fields.of(json);
        return new Location(
                fields.decimal("latitude"),
                fields.decimal("longitude"),
                fields.textOrNull("name"),
                fields.textOrNull("address"),
                fields.textOrNull("url"));
    }

    private static Json reply(Reply reply) {
        return switch (reply) {
            case Reply.ButtonReply(var id, var title) -> Members.of("button_reply")
                    .with("id", id)
                    .with("title", title)
                    .build();
            case Reply.ListReply(var id, var title, var description) -> Members.of("list_reply")
                    .with("id", id)
                    .with("title", title)
                    .with("description", description)
                    .build();
            case Reply.FlowReply(var name, var responseJson, var body) -> Members.of("flow_reply")
                    .with("name", name)
                    .with("responseJson", responseJson)
                    .with("body", body)
                    .build();
            case Reply.QuickReply(var text, var payload) -> Members.of("quick_reply")
                    .with("text", text)
                    .with("payload", payload)
                    .build();
        };
    }

    private static Json item(Order.Item item) {
        return new Members()
                .with("retailerId", item.retailerId())
                .with("quantity", (Long) item.quantity())
                .with("price", item.price())
                .with("currency", item.currency())
                .build();
    }

    private static Json attachment(Attachment attachment) {
        return new Members()
                .with("id", attachment.id())
                .with("filename", attachment.filename())
                .with("mimeType", attachment.mimeType())
                .with("link", attachment.link())
                .with("size", attachment.size())
                .with("contentId", attachment.contentId())
                .build();
    }

    private static Content read(Json json) {
        Fields fields = Fields.of(json);
        return switch (fields.kind()) {
            case "text" -> new Text(fields.text("body"), fields.truthOrNull("previewUrl"));
            case "media" -> new Media(
                    fields.constant("kind", MediaKind.class),
                    FileForm.read(fields.json("file")),
                    fields.textOrNull("caption"),
                    fields.textOrNull("filename"),
                    fields.truthOrNull("voice"),
                    fields.truthOrNull("animated"));
            case "location" -> place(json);
            case "contacts" -> new ContactCards(fields.list("cards", CardForm::read));
            case "reaction" -> new Reaction(ReferenceForm.read(fields.json("target")), fields.textOrNull("emoji"));
            case "interactive" -> InteractiveForm.read(fields);
            case "button_reply" -> new Reply.ButtonReply(fields.text("id"), fields.text("title"));
            case "list_reply" -> new Reply.ListReply(
                    fields.text("id"), fields.text("title"), fields.textOrNull("description"));
            case "flow_reply" -> new Reply.FlowReply(
                    fields.textOrNull("name"), fields.text("responseJson"), fields.textOrNull("body"));
            case "quick_reply" -> new Reply.QuickReply(fields.text("text"), fields.textOrNull("payload"));
            case "template" -> TemplateForm.read(fields);
            case "order" -> new Order(
                    fields.text("catalogId"), fields.textOrNull("text"), fields.list("items", ContentForm::item));
            case "email" -> new Email(
                    fields.textOrNull("subject"),
                    fields.textOrNull("text"),
                    fields.textOrNull("html"),
                    fields.textOrNull("replyTo"),
                    fields.list("attachments", ContentForm::attachment));
            case "speech" -> new Speech(fields.text("text"), fields.textOrNull("language"));
            case "system" -> new SystemNote(
                    fields.textOrNull("kind"),
                    fields.textOrNull("body"),
                    fields.textOrNull("newUserId"),
                    fields.members("details"));
            case "unsupported" -> new Unsupported(fields.text("kind"), fields.members("details"));
            default -> throw Fields.unknown(fields.kind());
        };
    }

    private static Order.Item item(Json json) {
        Fields fields = Fields.of(json);
        return new Order.Item(
                fields.text("retailerId"),
                fields.number("quantity"),
                fields.textOrNull("price"),
                fields.textOrNull("currency"));
    }

    private static Attachment attachment(Json json) {
        Fields fields = Fields.of(json);
        return new Attachment(
                UUID.fromString(fields.text("id")),
                fields.text("filename"),
                fields.text("mimeType"),
                fields.textOrNull("link"),
                fields.longOrNull("size"),
                fields.textOrNull("contentId"));
    }
}
