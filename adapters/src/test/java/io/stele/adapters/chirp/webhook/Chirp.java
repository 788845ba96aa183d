package io.stele.adapters.chirp.webhook;

import io.micronaut.context.ApplicationContext;
import io.stele.adapters.json.JsonRecords;
import io.stele.adapters.webhook.Deliveries;
import io.stele.adapters.webhook.Records;
import io.stele.adapters.webhook.Views;
import io.stele.core.channel.Directory;
import io.stele.core.project.App;
import io.stele.core.project.Mode;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookTarget;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The flavour as the container puts it together, and webhooks for it. */
final class Chirp {

    static final ChirpWebhookFlavour FLAVOUR = ApplicationContext.builder()
            .singletons((JsonRecords) Records::tree, directory())
            .start()
            .getBean(ChirpWebhookFlavour.class);
    static final Set<String> NAMES =
            Arrays.stream(ChirpEventType.values()).map(ChirpEventType::word).collect(Collectors.toUnmodifiableSet());

    private Chirp() {}

    /** Knows the live app only. */
    private static Directory directory() {
        return new OneApp(new App(Views.APP, Views.PROJECT, Mode.LIVE, "bookings", "Bookings", Views.CREATED));
    }

    static Webhook webhook(Set<String> events) {
        return webhook(events, Mode.LIVE, null, Map.of());
    }

    static Webhook webhook(Set<String> events, Mode mode, @Nullable String secret, Map<String, String> headers) {
        return new Webhook(
                Deliveries.WEBHOOK,
                Views.scope(mode),
                new WebhookTarget.OfApp(Views.APP),
                new WebhookForm.Chirp(),
                "https://hooks.example.com/chirp",
                events,
                true,
                headers,
                secret,
                Views.CREATED,
                Views.CREATED);
    }
}
