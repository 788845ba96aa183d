package io.stele.adapters.chirp.webhook;

import io.stele.adapters.FieldPath;
import io.stele.adapters.Required;
import io.stele.adapters.WireException;
import io.stele.adapters.webhook.OwnHeaders;
import io.stele.adapters.webhook.transport.WebhookUrls;
import io.stele.contracts.chirp.WebhookRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of a webhook (contract §3.9). */
public final class ChirpWebhookReader {

    /** Of the events that Chirp does not name yet, the form at least is known (contract §6.2). */
    private static final Pattern EVENT = Pattern.compile("[a-z0-9_]{1,40}(\\.[a-z0-9_]{1,40}){1,4}");

    private static final int MOST_EVENTS = 100;

    private ChirpWebhookReader() {}

    /**
     * The URL; null when there is none.
     *
     * @throws WireException when it may not be used
     */
    public static @Nullable String url(WebhookRequest request, WebhookUrls urls) {
        String url = request.url();
        if (url != null) {
            urls.check(url).ifPresent(fault -> {
                throw new WireException("url", fault.reason());
            });
        }
        return url;
    }

    /**
     * The events' names, in the order given; null when there are none.
     *
     * @throws WireException when there are too many, or when one has not the form of a name
     */
    public static @Nullable Set<String> events(WebhookRequest request) {
        if (request.events() == null) {
            return null;
        }
        List<String> names = Required.elements(request.events(), "events");
        if (names.size() > MOST_EVENTS) {
            throw new WireException("events", "must have at most " + MOST_EVENTS + " names");
        }
        for (int i = 0; i < names.size(); i++) {
            if (!EVENT.matcher(names.get(i)).matches()) {
                throw new WireException("events[" + i + "]", "must be an event's name, such as messages.whatsapp.received");
            }
        }
        return new LinkedHashSet<>(names);
    }

    /**
     * The headers, in the order given; null when there are none.
     *
     * @throws WireException when there are too many, when one is there twice, or when one may not be set
     */
    public static @Nullable Map<String, String> headers(WebhookRequest request) {
        Map<String, String> headers = request.headers();
        return headers == null ? null : OwnHeaders.checked(headers, FieldPath.of("headers"));
    }
}
