package io.stele.graphstub.callback;

import io.stele.graphstub.json.Members;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the business is told.
 *
 * @param url null while it is not told anything
 * @param appSecret the key of the signature
 * @param timeout after which an attempt is given up
 * @param retries how long to wait before each further attempt
 */
public record CallbackSettings(@Nullable URI url, String appSecret, Duration timeout, List<Duration> retries) {

    /** At once, then ever more seldom over 36 hours. */
    private static final List<Duration> LIKE_META = Stream.of(0, 10, 60, 600, 3600, 4 * 3600, 10 * 3600, 20 * 3600)
            .map(Duration::ofSeconds)
            .toList();

    public static CallbackSettings of(@Nullable URI url, String appSecret) {
        return new CallbackSettings(url, appSecret, Duration.ofSeconds(20), LIKE_META);
    }

    /** These settings with what the members name. */
    CallbackSettings with(Members members) {
        String address = members.optionalText("url");
        return new CallbackSettings(
                address == null ? url : URI.create(address),
                members.text("app_secret", appSecret),
                Duration.ofMillis(members.number("timeout_millis", timeout.toMillis())),
                members.get("retry_millis") == null ? retries : waits(members));
    }

    private static List<Duration> waits(Members members) {
        return members.list("retry_millis").stream()
                .map(wait -> {
                    if (wait instanceof Long millis) {
                        return Duration.ofMillis(millis);
                    }
                    throw new IllegalArgumentException("retry_millis must be whole numbers");
                })
                .toList();
    }
}
