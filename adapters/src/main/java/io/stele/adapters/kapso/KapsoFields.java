package io.stele.adapters.kapso;

import io.stele.adapters.FieldPath;
import io.stele.core.refusal.Field;
import java.util.List;

/**
 * What Kapso's clients call the fields that a rule of the domain can object to: their paths in the body of a send. A file stands
 * under the name of its kind, which a rule does not tell, so that its members are named alone.
 */
public final class KapsoFields {

    private KapsoFields() {}

    /**
     * The field's path.
     *
     * @param positions where in its lists the field stands, outermost first
     */
    public static String path(Field field, List<Integer> positions) {
        boolean ofCard = positions.size() > (field == Field.TEMPLATE_BUTTON ? 1 : 0);
        return FieldPath.at(template(field, ofCard), positions);
    }

    /** The field's path on the platform, whose bodies wrap what they change. */
    public static String onPlatform(Field field, List<Integer> positions) {
        String path = path(field, positions);
        return field == Field.CONTACT_METADATA ? "contact." + path : path;
    }

    private static String template(Field field, boolean ofCard) {
        return switch (field) {
            case TO -> "to";
            case CHANNEL, MESSAGE_TYPE -> "type";
            case SENDER -> "phone_number_id";
            case IDEMPOTENCY_KEY -> "Idempotency-Key";
            case CALLBACK_DATA -> "biz_opaque_callback_data";
            case QUOTE -> "context.message_id";
            case TEXT_BODY, SPEECH_TEXT, SPEECH_LANGUAGE, EMAIL_SUBJECT, EMAIL_BODY, EMAIL_REPLY_TO -> "text.body";
            case MEDIA_FILE -> "id";
            case MEDIA_LINK -> "link";
            case MEDIA_CAPTION -> "caption";
            case MEDIA_FILENAME, ATTACHMENTS, ATTACHMENT_FILENAME, ATTACHMENT_LINK -> "filename";
            case LATITUDE -> "location.latitude";
            case LONGITUDE -> "location.longitude";
            case LOCATION_NAME -> "location.name";
            case LOCATION_ADDRESS -> "location.address";
            case CONTACT_CARDS -> "contacts";
            case CONTACT_CARD_NAME -> "contacts[].name.formatted_name";
            case CONTACT_METADATA -> "metadata";
            case REACTION_TARGET -> "reaction.message_id";
            case REACTION_EMOJI -> "reaction.emoji";
            case INTERACTIVE_BODY -> "interactive.body.text";
            case INTERACTIVE_HEADER -> "interactive.header";
            case INTERACTIVE_HEADER_TEXT -> "interactive.header.text";
            case INTERACTIVE_HEADER_LINK -> "interactive.header.link";
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
            case TEMPLATE_COMPONENTS -> components(ofCard);
            case TEMPLATE_HEADER -> components(ofCard) + ".header";
            case TEMPLATE_BODY -> components(ofCard) + ".body";
            case TEMPLATE_BUTTON -> components(ofCard) + ".button[]";
        };
    }

    private static String components(boolean ofCard) {
        return ofCard ? "template.components.carousel.cards[].components" : "template.components";
    }
}
