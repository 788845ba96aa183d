package io.stele.adapters.zavu;

import io.stele.adapters.FieldPath;
import io.stele.core.refusal.Field;
import java.util.List;

/** Where in a request of Zavu's a field of the domain stands. What Zavu cannot say has the name that comes nearest. */
public final class ZavuFields {

    static final FieldPath TO = FieldPath.of("to");
    static final FieldPath CHANNEL = FieldPath.of("channel");
    static final FieldPath MESSAGE_TYPE = FieldPath.of("messageType");
    static final FieldPath TEXT = FieldPath.of("text");
    static final FieldPath CONTENT = FieldPath.of("content");
    static final FieldPath SUBJECT = FieldPath.of("subject");
    static final FieldPath ATTACHMENTS = FieldPath.of("attachments");
    static final FieldPath METADATA = FieldPath.of("metadata");

    private ZavuFields() {}

    /** The field's path, with its positions in it: {@code content.buttons[0].title}. */
    public static FieldPath path(Field field, List<Integer> positions) {
        return FieldPath.at(pattern(field), positions);
    }

    private static String pattern(Field field) {
        return switch (field) {
            case TO -> "to";
            case CHANNEL -> "channel";
            case SENDER -> "senderId";
            case IDEMPOTENCY_KEY -> "idempotencyKey";
            case CALLBACK_DATA, METADATA, CONTACT_METADATA -> "metadata";
            case QUOTE -> "content.replyToMessageId";
            case TEXT_BODY, MEDIA_CAPTION, INTERACTIVE_BODY, EMAIL_BODY, SPEECH_TEXT -> "text";
            case MEDIA_FILE -> "content";
            case MEDIA_LINK -> "content.mediaUrl";
            case MEDIA_FILENAME -> "content.filename";
            case LATITUDE -> "content.latitude";
            case LONGITUDE -> "content.longitude";
            case LOCATION_NAME -> "content.locationName";
            case LOCATION_ADDRESS -> "content.locationAddress";
            case CONTACT_CARDS -> "content.contacts";
            case CONTACT_CARD_NAME -> "content.contacts[].name";
            case REACTION_TARGET -> "content.reactToMessageId";
            case REACTION_EMOJI -> "content.emoji";
            case INTERACTIVE_HEADER -> "content.ctaHeaderType";
            case INTERACTIVE_HEADER_TEXT -> "content.ctaHeaderText";
            case INTERACTIVE_HEADER_LINK -> "content.ctaHeaderMediaUrl";
            case INTERACTIVE_FOOTER -> "content.footerText";
            case BUTTONS -> "content.buttons";
            case BUTTON_ID -> "content.buttons[].id";
            case BUTTON_TITLE -> "content.buttons[].title";
            case MENU_BUTTON -> "content.listButton";
            case MENU_SECTIONS, CARDS, PRODUCT_SECTIONS -> "content.sections";
            case MENU_SECTION_TITLE, PRODUCT_SECTION_TITLE, CARD_BODY -> "content.sections[].title";
            case MENU_ROWS, PRODUCT_ITEMS, CARD_INDEX, CARD_HEADER, CARD_ACTION -> "content.sections[].rows";
            case MENU_ROW_ID, CARD_LINK_URL, CARD_BUTTON_ID -> "content.sections[].rows[].id";
            case MENU_ROW_TITLE, CARD_LINK_TEXT, CARD_BUTTON_TITLE -> "content.sections[].rows[].title";
            case MENU_ROW_DESCRIPTION -> "content.sections[].rows[].description";
            case LINK_TEXT, FLOW_CALL_TO_ACTION -> "content.ctaDisplayText";
            case LINK_URL -> "content.ctaUrl";
            case ADDRESS_COUNTRY, ADDRESS_VALUES, FLOW_NAME, FLOW_MODE, FLOW_ACTION, PRODUCT_CATALOG, PRODUCT_RETAILER_ID -> "content";
            case TEMPLATE_ID, TEMPLATE_NAME, TEMPLATE_LANGUAGE -> "content.templateId";
            case TEMPLATE_COMPONENTS, INTERACTIVE -> "content";
            case TEMPLATE_HEADER -> "content.templateHeaderVariables";
            case TEMPLATE_BODY -> "content.templateVariables";
            case TEMPLATE_BUTTON -> "content.templateButtonVariables";
            case EMAIL_SUBJECT -> "subject";
            case EMAIL_REPLY_TO -> "replyTo";
            case ATTACHMENTS -> "attachments";
            case ATTACHMENT_FILENAME -> "attachments[].filename";
            case ATTACHMENT_TYPE -> "attachments[].content_type";
            case ATTACHMENT_CONTENT_ID -> "attachments[].content_id";
            case ATTACHMENT_LINK -> "attachments[].path";
            case SPEECH_LANGUAGE -> "voiceLanguage";
            case MESSAGE_TYPE -> "messageType";
        };
    }
}
