package io.stele.server.start;

import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import io.stele.adapters.chirp.webhook.ChirpWebhookFlavour;
import io.stele.adapters.json.JsonRecords;
import io.stele.adapters.kapso.webhook.KapsoWebhookFlavour;
import io.stele.adapters.kapso.webhook.MetaWebhookFlavour;
import io.stele.adapters.zavu.webhook.ZavuWebhookFlavour;
import io.stele.core.webhook.WebhookFlavours;
import io.stele.server.api.chirp.ChirpFiles;
import io.stele.server.media.FileShowingFlavour;
import io.stele.server.media.ShownMedia;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The languages that webhooks speak. */
@Factory
final class WebhookLanguages {

    /** Meta's form has no links: it says what Meta said. */
    @Singleton
    WebhookFlavours flavours(
            ZavuWebhookFlavour zavu,
            KapsoWebhookFlavour kapso,
            MetaWebhookFlavour meta,
            ChirpWebhookFlavour chirp,
            ShownMedia media) {
        return new WebhookFlavours(
                new FileShowingFlavour(zavu, media, ShownMedia.Form.PROVIDERS),
                new FileShowingFlavour(kapso, media, ShownMedia.Form.PROVIDERS),
                meta,
                new FileShowingFlavour(chirp, media, ChirpFiles.FORM));
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
