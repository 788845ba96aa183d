package io.stele.adapters.chirp.webhook;

import io.stele.adapters.webhook.WebhookFlavourContract;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookFlavour;
import java.util.Set;

/** Chirp's flavour passes what every flavour does. */
class ChirpWebhookFlavourTest extends WebhookFlavourContract {

    @Override
    protected WebhookFlavour flavour() {
        return Chirp.FLAVOUR;
    }

    @Override
    protected Webhook webhook(Set<String> events) {
        return Chirp.webhook(events);
    }

    @Override
    protected Set<String> names() {
        return Chirp.NAMES;
    }
}
