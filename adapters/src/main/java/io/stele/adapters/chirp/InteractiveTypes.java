package io.stele.adapters.chirp;

/** What Chirp calls each kind of interactive message: its own words where it has any, else Meta's (contract §3.1, §5.5). */
final class InteractiveTypes {

    static final String BUTTONS = "buttons";
    static final String LIST = "list";
    static final String LINK = "cta_url";
    static final String CAROUSEL = "carousel";
    static final String LOCATION_REQUEST = "location_request_message";
    static final String CONTACT_REQUEST = "request_contact_info";
    static final String FLOW = "flow";
    static final String PRODUCT = "product";
    static final String PRODUCT_LIST = "product_list";
    static final String CATALOG = "catalog_message";
    static final String ADDRESS = "address_message";
    static final String CALL_PERMISSION = "call_permission_request";

    static final String BUTTON_REPLY = "button_reply";
    static final String LIST_REPLY = "list_reply";
    static final String FLOW_REPLY = "nfm_reply";

    /** Those that can be sent, as a sentence lists them. */
    static final String SENDABLE = String.join(
            ", ",
            BUTTONS,
            LIST,
            LINK,
            CAROUSEL,
            LOCATION_REQUEST,
            CONTACT_REQUEST,
            FLOW,
            PRODUCT,
            PRODUCT_LIST,
            CATALOG,
            ADDRESS,
            CALL_PERMISSION);

    private InteractiveTypes() {}
}
