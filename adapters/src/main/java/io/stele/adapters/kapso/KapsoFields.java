package io.stele.adapters.kapso;

import io.stele.adapters.FieldPath;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Interactive;
import io.stele.core.message.Media;
import io.stele.core.refusal.Field;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Kapso's clients call the fields that a rule of the domain can object to: their paths in the body of a send. A file
 * stands under the name of its kind, so that what was to be sent must be known to name it.
 */
public final class KapsoFields {

    private static final String COMPONENTS = "template.components";
    private static final String CARDS = COMPONENTS + "[].cards";

    /** So many positions has a component of a card: that of the carousel, that of the card, and its own. */
    private static final int CARD_AND_COMPONENT = 3;

    private KapsoFields() {}

    /**
     * The field's path.
     *
     * @param positions where in its lists the field stands, outermost first
     * @param content what was to be sent; null when nothing was, or nobody knows
     */
    public static String path(Field field, List<Integer> positions, @Nullable Content content) {
        return FieldPath.at(template(field, positions.size(), content), positions).toString();
    }

    /** The field's path on the platform, whose bodies wrap what they change. */
    public static String onPlatform(Field field, List<Integer> positions) {
        String path = path(field, positions, null);
        return field == Field.CONTACT_METADATA ? "contact." + path : path;
    }

    private static String template(Field field, int positions, @Nullable Content content) {
        return switch (field) {
            case TO -> "to";
            case CHANNEL, MESSAGE_TYPE -> "type";
            case SENDER -> "phone_number_id";
            case IDEMPOTENCY_KEY -> "Idempotency-Key";
            case CALLBACK_DATA, METADATA -> "biz_opaque_callback_data";
            case QUOTE -> "context.message_id";
            case TEXT_BODY, SPEECH_TEXT, SPEECH_LANGUAGE, EMAIL_SUBJECT, EMAIL_BODY, EMAIL_REPLY_TO -> "text.body";
            case MEDIA_FILE -> file(content) + "id";
            case MEDIA_LINK -> file(content) + "link";
            case MEDIA_CAPTION -> file(content) + "caption";
            case MEDIA_FILENAME, ATTACHMENTS, ATTACHMENT_FILENAME, ATTACHMENT_TYPE, ATTACHMENT_CONTENT_ID, ATTACHMENT_LINK ->
                file(content) + "filename";
            case LATITUDE -> "location.latitude";
            case LONGITUDE -> "location.longitude";
            case LOCATION_NAME -> "location.name";
            case LOCATION_ADDRESS -> "location.address";
            case CONTACT_CARDS -> "contacts";
            case CONTACT_CARD_NAME -> "contacts[].name.formatted_name";
            case CONTACT_METADATA -> "metadata";
            case REACTION_TARGET -> "reaction.message_id";
            case REACTION_EMOJI -> "reaction.emoji";
            case INTERACTIVE -> "interactive";
            case INTERACTIVE_BODY -> "interactive.body.text";
            case INTERACTIVE_HEADER -> "interactive.header";
            case INTERACTIVE_HEADER_TEXT -> "interactive.header.text";
            case INTERACTIVE_HEADER_LINK -> "interactive.header." + header(content) + "link";
            case INTERACTIVE_FOOTER -> "interactive.footer.text";
            case BUTTONS -> "interactive.action.buttons";
            case BUTTON_ID -> "interactive.action.buttons[].reply.id";
            case BUTTON_TITLE -> "interactive.action.buttons[].reply.title";
            case MENU_BUTTON -> "interactive.action.button";
            case MENU_SECTIONS, PRODUCT_SECTIONS -> "interactive.action.sections";
            case MENU_SECTION_TITLE, PRODUCT_SECTION_TITLE -> "interactive.action.sections[].title";
            case MENU_ROWS -> "interactive.action.sections[].rows";
            case MENU_ROW_ID -> "interactive.action.sections[].rows[].id";
            case MENU_ROW_TITLE -> "interactive.action.sections[].rows[].title";
            case MENU_ROW_DESCRIPTION -> "interactive.action.sections[].rows[].description";
            case LINK_TEXT -> "interactive.action.parameters.display_text";
            case LINK_URL -> "interactive.action.parameters.url";
            case CARDS -> "interactive.action.cards";
            case CARD_INDEX -> "interactive.action.cards[].card_index";
            case CARD_HEADER -> "interactive.action.cards[].header";
            case CARD_BODY -> "interactive.action.cards[].body.text";
            case CARD_ACTION -> "interactive.action.cards[].action";
            case CARD_LINK_TEXT -> "interactive.action.cards[].action.parameters.display_text";
            case CARD_LINK_URL -> "interactive.action.cards[].action.parameters.url";
            case CARD_BUTTON_ID -> "interactive.action.cards[].action.buttons[].quick_reply.id";
            case CARD_BUTTON_TITLE -> "interactive.action.cards[].action.buttons[].quick_reply.title";
            case ADDRESS_COUNTRY -> "interactive.action.parameters.country";
            case ADDRESS_VALUES -> "interactive.action.parameters.values";
            case FLOW_NAME -> "interactive.action.parameters.flow_name";
            case FLOW_CALL_TO_ACTION -> "interactive.action.parameters.flow_cta";
            case FLOW_MODE -> "interactive.action.parameters.mode";
            case FLOW_ACTION -> "interactive.action.parameters.flow_action";
            case PRODUCT_CATALOG -> "interactive.action.catalog_id";
            case PRODUCT_RETAILER_ID -> "interactive.action.product_retailer_id";
            case PRODUCT_ITEMS -> "interactive.action.sections[].product_items";
            case TEMPLATE_ID, TEMPLATE_NAME -> "template.name";
            case TEMPLATE_LANGUAGE -> "template.language.code";
            case TEMPLATE_COMPONENTS -> components(positions);
            case TEMPLATE_HEADER, TEMPLATE_BODY, TEMPLATE_BUTTON -> component(positions);
        };
    }

    /** The member that holds the file, with its dot; empty when it is not known. */
    private static String file(@Nullable Content content) {
        return content instanceof Media ? MessageTypes.of(ContentKind.of(content)) + "." : "";
    }

    private static String header(@Nullable Content content) {
        return content instanceof Interactive message && message.header() instanceof Interactive.MediaHeader media
                ? media.kind().name().toLowerCase(Locale.ROOT) + "."
                : "";
    }

    /** The template's components, a carousel's cards, or the components of a card. */
    private static String components(int positions) {
        return switch (positions) {
            case 0 -> COMPONENTS;
            case 1 -> CARDS;
            default -> CARDS + "[].components";
        };
    }

    /** A component of the template, or of a card. */
    private static String component(int positions) {
        return positions < CARD_AND_COMPONENT ? COMPONENTS + "[]" : CARDS + "[].components[]";
    }
}
