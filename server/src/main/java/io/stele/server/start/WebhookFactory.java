package io.stele.server.start;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.stele.adapters.webhook.transport.HttpWebhookTransport;
import io.stele.adapters.webhook.transport.WebhookUrls;
import io.stele.core.event.LoggedEvent;
import io.stele.core.webhook.FanOut;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookFlavours;
import io.stele.server.store.DatabaseFault;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What webhooks are told, and where they may be. */
@Factory
final class WebhookFactory {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookFactory.class);

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
        return new FanOut(store, flavours, WebhookFactory::logUntold);
    }

    /** Not with its message, in which something of the event may stand. */
    private static void logUntold(Webhook webhook, LoggedEvent event, Throwable fault) {
        LOG.warn(
                "The event at {} of the {} log of project {} could not be put into words for the webhook {}, and is passed over: {}",
                event.position(),
                event.scope().mode(),
                event.scope().project().value(),
                webhook.id().value(),
                DatabaseFault.describe(fault));
        LOG.debug("What went wrong at {}", event.position(), fault);
    }
}
