package io.stele.adapters.connector.whatsapp;

import io.stele.adapters.http.Header;
import io.stele.core.connection.WhatsApp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint reaches Graph, and Meta reaches the endpoint.
 *
 * @param url Graph's scheme and host, without a slash at the end
 * @param version of Graph's API, such as {@code v23.0}
 * @param accessToken empty when none is set: then nothing can be sent
 * @param appSecret signs what Meta posts; empty when none is set: then nothing is taken in
 * @param earlierAppSecret the one before it, while it is still good; empty when there is none
 * @param verifyToken what Meta must show before it posts; empty when none is set
 */
public record WhatsAppSettings(
        String url,
        String version,
        Optional<String> accessToken,
        Optional<String> appSecret,
        Optional<EarlierSecret> earlierAppSecret,
        Optional<String> verifyToken) {

    /** A secret that another one has replaced. */
    public record EarlierSecret(String secret, Instant until) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "EarlierSecret[" + until + "]";
        }
    }

    public static final String URL = WhatsApp.URL;
    public static final String VERSION = WhatsApp.VERSION;
    public static final String ACCESS_TOKEN = WhatsApp.ACCESS_TOKEN;
    public static final String APP_SECRET = WhatsApp.APP_SECRET;
    public static final String EARLIER_APP_SECRET = WhatsApp.EARLIER_APP_SECRET;
    public static final String EARLIER_APP_SECRET_UNTIL = WhatsApp.EARLIER_APP_SECRET_UNTIL;
    public static final String VERIFY_TOKEN = WhatsApp.VERIFY_TOKEN;

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
                earlier(settings.get(EARLIER_APP_SECRET), settings.get(EARLIER_APP_SECRET_UNTIL)),
                Optional.ofNullable(settings.get(VERIFY_TOKEN)));
    }

    private static Optional<EarlierSecret> earlier(@Nullable String secret, @Nullable String until) {
        return secret == null || until == null
                ? Optional.empty()
                : Optional.of(new EarlierSecret(secret, Instant.parse(until)));
    }

    /** What may sign what Meta posts at this moment; none when no secret is set. */
    public Set<String> appSecrets(Instant now) {
        return appSecret.isEmpty() ? Set.of() : Stream.concat(
                        appSecret.stream(),
                        earlierAppSecret.stream()
                                .filter(earlier -> now.isBefore(earlier.until()))
                                .map(EarlierSecret::secret))
                .collect(Collectors.toUnmodifiableSet());
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
