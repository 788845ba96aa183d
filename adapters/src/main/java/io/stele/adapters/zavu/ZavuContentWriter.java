package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuMessageContent;
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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in Zavu's words what a message says. What Zavu has a type for comes out as that type; everything else comes out as a
 * {@code text} with the message's own words and with as much of the rest as {@code content} has members for.
 */
@Singleton
final class ZavuContentWriter {

    private final ZavuContentMapper mapper;
    private final ZavuTemplateWriter templates;

    ZavuContentWriter(ZavuContentMapper mapper, ZavuTemplateWriter templates) {
        this.mapper = mapper;
        this.templates = templates;
    }

    ZavuRendition write(Content content) {
        return switch (content) {
            case Text text -> ZavuRendition.text(text.body());
            case Media media ->
                ZavuRendition.of(ZavuNames.name(media.kind()), media.caption(), mapper.content(media));
            case Location place -> ZavuRendition.of("location", null, mapper.content(place));
            case ContactCards cards -> ZavuRendition.of("contact", null, mapper.content(cards));
            case Reaction reaction ->
                ZavuRendition.of(
                        "reaction",
                        null,
                        mapper.content(
                                reaction.emoji() == null ? "" : reaction.emoji(), ZavuIds.text(reaction.target())));
            case Interactive interactive -> interactive(interactive);
            case Reply reply -> reply(reply);
            case TemplateUse template -> ZavuRendition.of("template", null, templates.write(template));
            case Order order -> ZavuRendition.text(order.text() == null ? items(order) : order.text());
            case Email email ->
                new ZavuRendition(
                        "text", email.text(), null, email.subject(), email.html(), email.replyTo(), null);
            case Speech speech ->
                new ZavuRendition("text", speech.text(), null, null, null, null, speech.language());
            case SystemNote note -> ZavuRendition.text(note.body());
            case Unsupported _ -> ZavuRendition.text(null);
        };
    }

    private ZavuRendition interactive(Interactive interactive) {
        ZavuRendition plain =
                switch (interactive.action()) {
                    case Interactive.ReplyButtons buttons -> tappable("buttons", interactive, mapper.content(buttons));
                    case Interactive.Menu menu -> tappable("list", interactive, mapper.content(menu));
                    case Interactive.LinkButton link -> tappable("cta_url", interactive, mapper.content(link));
                    case Interactive.LocationRequest _ -> tappable("location_request", interactive, null);
                    case Interactive.ContactInfoRequest _ -> tappable("request_contact_info", interactive, null);
                    case Interactive.Flow flow -> tappable("text", interactive, mapper.content(flow));
                    case Interactive.Carousel carousel ->
                        tappable("text", interactive, sections(ZavuNearest.sections(carousel)));
                    case Interactive.Product product ->
                        tappable("text", interactive, sections(ZavuNearest.sections(product)));
                    case Interactive.ProductList products ->
                        tappable("text", interactive, sections(ZavuNearest.sections(products)));
                    case Interactive.AddressRequest _,
                            Interactive.Catalog _,
                            Interactive.CallPermissionRequest _ -> tappable("text", interactive, null);
                };
        ZavuFrame frame = ZavuFrame.of(interactive);
        return frame == null
                ? plain
                : ZavuRendition.of(plain.messageType(), plain.text(), mapper.framed(plain.content(), frame));
    }

    private static ZavuRendition tappable(
            String messageType, Interactive interactive, @Nullable ZavuMessageContent content) {
        return ZavuRendition.of(messageType, interactive.body(), content);
    }

    private ZavuMessageContent sections(List<ZavuMessageContent.Section> sections) {
        return mapper.taps(null, sections);
    }

    /** What was tapped stands as the text; its id stands where the choice was offered. */
    private ZavuRendition reply(Reply reply) {
        return switch (reply) {
            case Reply.ButtonReply(String id, String title) ->
                ZavuRendition.of("text", title, tapped(new ZavuMessageContent.Button(id, title)));
            case Reply.ListReply(String id, String title, var description) ->
                ZavuRendition.of(
                        "text",
                        title,
                        sections(List.of(new ZavuMessageContent.Section(
                                "", List.of(new ZavuMessageContent.Row(id, title, description))))));
            case Reply.FlowReply(_, String responseJson, var body) ->
                ZavuRendition.text(body == null ? responseJson : body);
            case Reply.QuickReply(String text, var payload) ->
                ZavuRendition.of(
                        "text", text, payload == null ? null : tapped(new ZavuMessageContent.Button(payload, text)));
        };
    }

    private ZavuMessageContent tapped(ZavuMessageContent.Button button) {
        return mapper.taps(List.of(button), null);
    }

    private static String items(Order order) {
        return order.items().stream()
                .map(item -> item.quantity() + " × " + item.retailerId())
                .collect(Collectors.joining("\n"));
    }
}
