package io.stele.adapters.kapso.webhook;

/** What kinds of things Meta reports; here the names of the events, too, since Meta has no others (contract section 4.7). */
enum MetaField {
    MESSAGES("messages"),
    ECHOES("smb_message_echoes"),
    TEMPLATE_STATUS("message_template_status_update"),
    TEMPLATE_CATEGORY("template_category_update"),
    ACCOUNT("account_update"),
    PREFERENCES("user_preferences");

    private final String word;

    MetaField(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
