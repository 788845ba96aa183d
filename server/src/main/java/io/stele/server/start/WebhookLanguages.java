package io.stele.server.start;

import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import io.stele.adapters.chirp.webhook.ChirpWebhookFlavour;
import io.stele.adapters.json.JsonRecords;
import io.stele.adapters.kapso.webhook.KapsoWebhookFlavour;
import io.stele.adapters.kapso.webhook.MetaWebhookFlavour;
import io.stele.adapters.zavu.webhook.ZavuWebhookFlavour;
import io.stele.core.webhook.WebhookFlavours;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The languages that webhooks speak. */
@Factory
final class WebhookLanguages {

    @Singleton
    WebhookFlavours flavours(
            ZavuWebhookFlavour zavu, KapsoWebhookFlavour kapso, MetaWebhookFlavour meta, ChirpWebhookFlavour chirp) {
        return new WebhookFlavours(zavu, kapso, meta, chirp);
    }

    @Singleton
    JsonRecords records(JsonMapper json) {
        return record -> {
            try {
                return json.writeValueToTree(record);
            } catch (IOException e) {
                throw new UncheckedIOException("a record of the wire is always writable", e);
            }
        };
    }
}
