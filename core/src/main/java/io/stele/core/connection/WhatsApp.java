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

    /** A secret: what Meta shows before it posts. */
    public static final String VERIFY_TOKEN = "verify_token";

    private WhatsApp() {}
}
