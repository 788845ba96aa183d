package io.stele.adapters.zavu.webhook;

import io.micronaut.context.ApplicationContext;
import io.stele.adapters.json.JsonRecords;
import io.stele.adapters.webhook.Deliveries;
import io.stele.adapters.webhook.Records;
import io.stele.adapters.webhook.Views;
import io.stele.core.project.Mode;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookForm.SignatureVersion;
import io.stele.core.webhook.WebhookTarget;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The flavour as the container puts it together, and webhooks for it. */
final class Zavu {

    static final ZavuWebhookFlavour FLAVOUR = ApplicationContext.builder()
            .singletons((JsonRecords) Records::tree)
            .start()
            .getBean(ZavuWebhookFlavour.class);
    static final Set<String> NAMES =
            Arrays.stream(ZavuEventType.values()).map(ZavuEventType::word).collect(Collectors.toUnmodifiableSet());

    private Zavu() {}

    static Webhook webhook(Set<String> events) {
        return webhook(events, new WebhookTarget.OfSender(Views.SENDER), SignatureVersion.V2, "whsec_0a1b", Map.of());
    }

    static Webhook webhook(
            Set<String> events,
            WebhookTarget target,
            SignatureVersion version,
            @Nullable String secret,
            Map<String, String> headers) {
        return new Webhook(
                Deliveries.WEBHOOK,
                Views.scope(Mode.LIVE),
                target,
                new WebhookForm.Zavu(version),
                "https://hooks.example.com/zavu",
                events,
                true,
                headers,
                secret,
                Views.CREATED,
                Views.CREATED);
    }
}
