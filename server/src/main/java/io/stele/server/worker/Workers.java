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
    private final BeanProvider<MediaFetches> media;
    private final BeanProvider<FanOutWorker> fanOut;
    private final BeanProvider<WebhookDispatch> webhooks;
    private final BeanProvider<Housekeeping> housekeeping;

    Workers(
            BeanProvider<Deliveries> deliveries,
            BeanProvider<SandboxReporting> sandbox,
            BeanProvider<EventNumberer> events,
            BeanProvider<MediaFetches> media,
            BeanProvider<FanOutWorker> fanOut,
            BeanProvider<WebhookDispatch> webhooks,
            BeanProvider<Housekeeping> housekeeping) {
        this.deliveries = deliveries;
        this.sandbox = sandbox;
        this.events = events;
        this.media = media;
        this.fanOut = fanOut;
        this.webhooks = webhooks;
        this.housekeeping = housekeeping;
    }

    /** Makes the workers, and thereby starts them. Starting twice changes nothing. They stop when the beans are closed. */
    public void start() {
        deliveries.get();
        sandbox.get();
        events.get();
        media.get();
        startIfThere(webhooks);
        startIfThere(fanOut);
        housekeeping.get();
    }

    /** Those that send webhooks are there when there is a store of webhooks, and somebody who speaks their languages. */
    private static void startIfThere(BeanProvider<?> worker) {
        if (worker.isPresent()) {
            worker.get();
        }
    }
}
