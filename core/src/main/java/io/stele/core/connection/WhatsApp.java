package io.stele.core.connection;

/** What the connector of real WhatsApp numbers is called, and the names of the settings that it has for each of them. */
public final class WhatsApp {

    public static final String CONNECTOR = "whatsapp";

    /** Where Graph is; Meta's own when it is not set. */
    public static final String URL = "url";

    /** Graph's version, for example {@code v23.0}. */
    public static final String VERSION = "version";

    /** A secret: opens the number at Graph. */
    public static final String ACCESS_TOKEN = "access_token";

    /** A secret: signs what Meta posts. */
    public static final String APP_SECRET = "app_secret";

    /** A secret: signs what Meta posts as long as not all of an app's numbers have its new one. */
    public static final String EARLIER_APP_SECRET = "earlier_app_secret";

    /** Until when the earlier one does, as an ISO instant. */
    public static final String EARLIER_APP_SECRET_UNTIL = "earlier_app_secret_until";

    /** A secret: what Meta shows before it posts. */
    public static final String VERIFY_TOKEN = "verify_token";

    private WhatsApp() {}
}
