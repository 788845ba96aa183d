package io.stele.adapters.chirp;

import io.stele.adapters.FieldPath;
import io.stele.contracts.chirp.Interactive;
import io.stele.contracts.chirp.SendRequest;
import io.stele.core.refusal.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Chirp's clients call the fields that a rule of the domain can object to: Chirp's path notation, {@code to[0]}. */
public final class ChirpFields {

    private ChirpFields() {}

    /**
     * The field's path.
     *
     * @param positions where in its lists the field stands, outermost first
     */
    public static String path(Field field, List<Integer> positions) {
        return FieldPath.at(template(field), positions).toString();
    }

    /** The field's path in this send, by the member in which its client gave what the domain calls so. */
    public static String path(Field field, List<Integer> positions, SendRequest send) {
        if (field == Field.MEDIA_FILE && send.sticker() != null && "sticker".equals(send.type())) {
            return "sticker.mediaId";
        }
        if (field == Field.INTERACTIVE_HEADER && isHeaderMedia(send.interactive())) {
            return "interactive.headerMedia";
        }
        return Optional.ofNullable(send.template())
                .flatMap(template -> ComponentPaths.path(field, positions, template))
                .orElseGet(() -> path(field, positions));
    }

    /** The field's path in a send of a template by its own path, where the names are others (contract §3.4). */
    public static String pathInTemplateSend(Field field, List<Integer> positions) {
        return switch (field) {
            case TEMPLATE_NAME -> "templateName";
            case TEMPLATE_LANGUAGE -> "languageCode";
            case TEMPLATE_HEADER -> "headerVariables";
            case TEMPLATE_BODY -> "variables";
            case TEMPLATE_BUTTON -> "buttonVariables";
            default -> path(field, positions);
        };
    }

    /** A product list can do with text only, so that its header is the text, whether that is there or missing. */
    private static boolean isHeaderMedia(@Nullable Interactive interactive) {
        return interactive != null
                && interactive.headerMedia() != null
                && !InteractiveTypes.PRODUCT_LIST.equals(interactive.type());
    }

    private static String template(Field field) {
        return switch (field) {
            case TO -> "to";
            case CHANNEL, MESSAGE_TYPE -> "type";
            case SENDER -> "from";
            case IDEMPOTENCY_KEY -> "Idempotency-Key";
            case CALLBACK_DATA, METADATA -> "callbackData";
            case QUOTE -> "replyTo";
            case TEXT_BODY -> "text.body";
            case MEDIA_FILE, MEDIA_LINK -> "media.mediaId";
            case MEDIA_CAPTION -> "media.caption";
            case MEDIA_FILENAME -> "media.filename";
            case LATITUDE -> "location.latitude";
            case LONGITUDE -> "location.longitude";
            case LOCATION_NAME -> "location.name";
            case LOCATION_ADDRESS -> "location.address";
            case CONTACT_CARDS -> "contacts.contacts";
            case CONTACT_CARD_NAME -> "contacts.contacts[].name.formattedName";
            case REACTION_TARGET -> "reaction.messageId";
            case REACTION_EMOJI -> "reaction.emoji";
            case INTERACTIVE -> "interactive";
            case INTERACTIVE_BODY -> "interactive.body";
            case INTERACTIVE_HEADER, INTERACTIVE_HEADER_TEXT -> "interactive.header";
            case INTERACTIVE_HEADER_LINK -> "interactive.headerMedia.url";
            case INTERACTIVE_FOOTER -> "interactive.footer";
            case BUTTONS -> "interactive.buttons";
            case BUTTON_ID -> "interactive.buttons[].id";
            case BUTTON_TITLE -> "interactive.buttons[].title";
            case MENU_BUTTON, LINK_TEXT, FLOW_CALL_TO_ACTION -> "interactive.buttonText";
            case MENU_SECTIONS, PRODUCT_SECTIONS -> "interactive.sections";
            case MENU_SECTION_TITLE, PRODUCT_SECTION_TITLE -> "interactive.sections[].title";
            case MENU_ROWS -> "interactive.sections[].rows";
            case MENU_ROW_ID -> "interactive.sections[].rows[].id";
            case MENU_ROW_TITLE -> "interactive.sections[].rows[].title";
            case MENU_ROW_DESCRIPTION -> "interactive.sections[].rows[].description";
            case LINK_URL -> "interactive.url";
            case CARDS -> "interactive.cards";
            case CARD_INDEX -> "interactive.cards[].index";
            case CARD_HEADER -> "interactive.cards[].headerMedia";
            case CARD_BODY -> "interactive.cards[].body";
            case CARD_ACTION -> "interactive.cards[].buttons";
            case CARD_LINK_TEXT -> "interactive.cards[].buttonText";
            case CARD_LINK_URL -> "interactive.cards[].url";
            case CARD_BUTTON_ID -> "interactive.cards[].buttons[].id";
            case CARD_BUTTON_TITLE -> "interactive.cards[].buttons[].title";
            case ADDRESS_COUNTRY -> "interactive.address.country";
            case ADDRESS_VALUES -> "interactive.address.parameters";
            case FLOW_NAME -> "interactive.flow.name";
            case FLOW_MODE -> "interactive.flow.mode";
            case FLOW_ACTION -> "interactive.flow.action";
            case PRODUCT_CATALOG -> "interactive.catalogId";
            case PRODUCT_RETAILER_ID -> "interactive.productRetailerId";
            case PRODUCT_ITEMS -> "interactive.sections[].products";
            case TEMPLATE_ID -> "template.id";
            case TEMPLATE_NAME -> "template.name";
            case TEMPLATE_LANGUAGE -> "template.language";
            case TEMPLATE_COMPONENTS -> "template.components";
            case TEMPLATE_HEADER -> "template.headerVariables";
            case TEMPLATE_BODY -> "template.variables";
            case TEMPLATE_BUTTON -> "template.buttonVariables";
            case EMAIL_SUBJECT -> "email.subject";
            case EMAIL_BODY -> "email.text";
            case EMAIL_REPLY_TO -> "email.replyTo";
            case ATTACHMENTS -> "email.attachments";
            case ATTACHMENT_FILENAME -> "email.attachments[].filename";
            case ATTACHMENT_TYPE -> "email.attachments[].mimeType";
            case ATTACHMENT_CONTENT_ID -> "email.attachments[].contentId";
            case ATTACHMENT_LINK -> "email.attachments[].url";
            case CONTACT_METADATA -> "metadata";
            case SPEECH_TEXT -> "speech.text";
            case SPEECH_LANGUAGE -> "speech.language";
        };
    }
}
