package io.stele.server.start;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.stele.adapters.webhook.transport.HttpWebhookTransport;
import io.stele.adapters.webhook.transport.WebhookUrls;
import io.stele.core.webhook.FanOut;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.WebhookFlavours;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What webhooks are told, and where they may be. */
@Factory
final class WebhookFactory {

    @Singleton
    WebhookUrls urls(Settings settings) {
        return new WebhookUrls(settings.webhookGuard());
    }

    @Singleton
    @Bean(preDestroy = "close")
    HttpWebhookTransport transport(Settings settings, InstantSource clock) {
        return new HttpWebhookTransport(settings.webhookGuard(), clock);
    }

    @Singleton
    FanOut fanOut(FanOutStore store, WebhookFlavours flavours) {
        return new FanOut(store, flavours);
    }
}
