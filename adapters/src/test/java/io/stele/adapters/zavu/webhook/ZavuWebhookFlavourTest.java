package io.stele.adapters.zavu.webhook;

import io.stele.adapters.webhook.WebhookFlavourContract;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookFlavour;
import java.util.Set;

/** Zavu's flavour passes what every flavour does. */
class ZavuWebhookFlavourTest extends WebhookFlavourContract {

    @Override
    protected WebhookFlavour flavour() {
        return Zavu.FLAVOUR;
    }

    @Override
    protected Webhook webhook(Set<String> events) {
        return Zavu.webhook(events);
    }

    @Override
    protected Set<String> names() {
        return Zavu.NAMES;
    }
}
