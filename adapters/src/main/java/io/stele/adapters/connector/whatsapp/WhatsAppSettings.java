package io.stele.adapters.connector.whatsapp;

import io.stele.adapters.http.Header;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an endpoint reaches Graph, and Meta reaches the endpoint.
 *
 * @param url Graph's scheme and host, without a slash at the end
 * @param version of Graph's API, such as {@code v23.0}
 * @param accessToken empty when none is set: then nothing can be sent
 * @param appSecret signs what Meta posts; empty when none is set: then nothing is taken in
 * @param verifyToken what Meta must show before it posts; empty when none is set
 */
public record WhatsAppSettings(
        String url, String version, Optional<String> accessToken, Optional<String> appSecret, Optional<String> verifyToken) {

    public static final String URL = "url";
    public static final String VERSION = "version";
    public static final String ACCESS_TOKEN = "access_token";
    public static final String APP_SECRET = "app_secret";
    public static final String VERIFY_TOKEN = "verify_token";

    public static final String DEFAULT_URL = "https://graph.facebook.com";
    public static final String DEFAULT_VERSION = "v23.0";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** Reads an endpoint's settings. */
    public static WhatsAppSettings of(Map<String, String> settings) {
        String url = settings.getOrDefault(URL, DEFAULT_URL).strip();
        return new WhatsAppSettings(
                url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
                settings.getOrDefault(VERSION, DEFAULT_VERSION),
                Optional.ofNullable(settings.get(ACCESS_TOKEN)),
                Optional.ofNullable(settings.get(APP_SECRET)),
                Optional.ofNullable(settings.get(VERIFY_TOKEN)));
    }

    /** Whether this can be the id of something on Graph: then it leads to no other path than its own. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The address of something on Graph; the path begins with no slash. */
    String address(String path) {
        return url + "/" + version + "/" + path;
    }

    /** What shows Graph who asks; empty without a token that a header can hold. */
    Optional<Header> authorization() {
        return accessToken.flatMap(token -> Header.parse("Authorization", "Bearer " + token));
    }

    /** Nothing: most of it is secret. */
    @Override
    public String toString() {
        return "WhatsAppSettings[…]";
    }
}
