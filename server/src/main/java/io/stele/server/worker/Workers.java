package io.stele.server.worker;

import io.micronaut.context.BeanProvider;
import io.stele.core.delivery.Deliveries;
import io.stele.core.media.MediaFetches;
import io.stele.core.webhook.WebhookDispatch;
import jakarta.inject.Singleton;

/** All workers. */
@Singleton
public final class Workers {

    private final BeanProvider<Deliveries> deliveries;
    private final BeanProvider<SandboxReporting> sandbox;
    private final BeanProvider<EventNumberer> events;
    private final BeanProvider<FanOutWorker> fanOut;
    private final BeanProvider<WebhookDispatch> webhooks;
    private final BeanProvider<MediaFetches> media;
    private final BeanProvider<Housekeeping> housekeeping;

    Workers(
            BeanProvider<Deliveries> deliveries,
            BeanProvider<SandboxReporting> sandbox,
            BeanProvider<EventNumberer> events,
            BeanProvider<FanOutWorker> fanOut,
            BeanProvider<WebhookDispatch> webhooks,
            BeanProvider<MediaFetches> media,
            BeanProvider<Housekeeping> housekeeping) {
        this.deliveries = deliveries;
        this.sandbox = sandbox;
        this.events = events;
        this.fanOut = fanOut;
        this.webhooks = webhooks;
        this.media = media;
        this.housekeeping = housekeeping;
    }

    /** Makes the workers, and thereby starts them. Starting twice changes nothing. They stop when the beans are closed. */
    public void start() {
        deliveries.get();
        sandbox.get();
        events.get();
        media.get();
        webhooks.get();
        fanOut.get();
        housekeeping.get();
    }
}
