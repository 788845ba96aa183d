package io.stele.core.webhook;

import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a project wants to be told of events.
 *
 * @param events the names of the events that are wanted, in the words of the webhook's API, in the order given; empty for
 *     Meta's form, which takes all
 * @param active when false nothing is sent: events that happen meanwhile are not told, what was waiting waits on
 * @param headers sent along with each delivery, as given
 * @param secret with what deliveries are signed; null when they are not
 */
public record Webhook(
        WebhookId id,
        Scope scope,
        WebhookTarget target,
        WebhookForm form,
        String url,
        Set<String> events,
        boolean active,
        Map<String, String> headers,
        @Nullable String secret,
        Instant createdAt,
        Instant updatedAt) {

    public Webhook {
        events = Collections.unmodifiableSet(new LinkedHashSet<>(events));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Neither the secret nor the headers, which may hold one; and not the address, for the same reason. */
    @Override
    public String toString() {
        return "Webhook[" + id.value() + "]";
    }
}
