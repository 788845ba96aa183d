package io.stele.core.refusal;

/**
 * The parts of a request that a rule of the domain can object to. Each API says by what path its own clients know them.
 * Those within a list go with their positions in it.
 */
public enum Field {
    TO,
    CHANNEL,
    SENDER,
    IDEMPOTENCY_KEY,
    CALLBACK_DATA,
    /** The caller's own labels. */
    METADATA,
    /** The message that is quoted. */
    QUOTE,
    TEXT_BODY,
    /** The file as a whole: neither id nor link is there. */
    MEDIA_FILE,
    MEDIA_LINK,
    MEDIA_CAPTION,
    MEDIA_FILENAME,
    LATITUDE,
    LONGITUDE,
    LOCATION_NAME,
    LOCATION_ADDRESS,
    CONTACT_CARDS,
    /** Positions: card. */
    CONTACT_CARD_NAME,
    REACTION_TARGET,
    REACTION_EMOJI,
    /** The interactive message as a whole. */
    INTERACTIVE,
    INTERACTIVE_BODY,
    INTERACTIVE_HEADER,
    INTERACTIVE_HEADER_TEXT,
    INTERACTIVE_HEADER_LINK,
    INTERACTIVE_FOOTER,
    BUTTONS,
    /** Positions: button. */
    BUTTON_ID,
    /** Positions: button. */
    BUTTON_TITLE,
    MENU_BUTTON,
    MENU_SECTIONS,
    /** Positions: section. */
    MENU_SECTION_TITLE,
    /** Positions: section. */
    MENU_ROWS,
    /** Positions: section, row. */
    MENU_ROW_ID,
    /** Positions: section, row. */
    MENU_ROW_TITLE,
    /** Positions: section, row. */
    MENU_ROW_DESCRIPTION,
    LINK_TEXT,
    LINK_URL,
    CARDS,
    /** Positions: card. */
    CARD_INDEX,
    /** Positions: card. */
    CARD_HEADER,
    /** Positions: card. */
    CARD_BODY,
    /** Positions: card. */
    CARD_ACTION,
    /** Positions: card. */
    CARD_LINK_TEXT,
    /** Positions: card. */
    CARD_LINK_URL,
    /** Positions: card, button. */
    CARD_BUTTON_ID,
    /** Positions: card, button. */
    CARD_BUTTON_TITLE,
    ADDRESS_COUNTRY,
    /** What an address form starts with. */
    ADDRESS_VALUES,
    /** A flow is named by its id or by its name, not by both. */
    FLOW_NAME,
    FLOW_CALL_TO_ACTION,
    FLOW_MODE,
    FLOW_ACTION,
    PRODUCT_CATALOG,
    PRODUCT_RETAILER_ID,
    PRODUCT_SECTIONS,
    /** Positions: section. */
    PRODUCT_SECTION_TITLE,
    /** Positions: section. */
    PRODUCT_ITEMS,
    TEMPLATE_ID,
    TEMPLATE_NAME,
    TEMPLATE_LANGUAGE,
    /**
     * The set of components: one is there twice, or one that may not be. Positions: component, for the cards of a carousel;
     * component, card, for the components of a card.
     */
    TEMPLATE_COMPONENTS,
    /** The header's parameters. Positions: component; in a card, component of the template, card, component of the card. */
    TEMPLATE_HEADER,
    /** The body's parameters. Positions: as those of the header. */
    TEMPLATE_BODY,
    /** Positions: as those of the header. */
    TEMPLATE_BUTTON,
    EMAIL_SUBJECT,
    EMAIL_BODY,
    EMAIL_REPLY_TO,
    ATTACHMENTS,
    /** Positions: attachment. */
    ATTACHMENT_FILENAME,
    /** The media type. Positions: attachment. */
    ATTACHMENT_TYPE,
    /** Positions: attachment. */
    ATTACHMENT_CONTENT_ID,
    /** Positions: attachment. */
    ATTACHMENT_LINK,
    CONTACT_METADATA,
    SPEECH_TEXT,
    SPEECH_LANGUAGE,
    MESSAGE_TYPE
}
