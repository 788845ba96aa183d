package io.stele.server.worker;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.stele.adapters.connector.sandbox.SandboxLedger;
import io.stele.adapters.connector.sandbox.SandboxReceipts;
import io.stele.core.commit.Inflow;
import io.stele.core.delivery.Attempt;
import io.stele.core.delivery.Deliveries;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.event.EventNumbering;
import io.stele.core.housekeeping.Chore;
import io.stele.core.media.MediaFetch;
import io.stele.core.media.MediaFetches;
import io.stele.core.media.MediaQueue;
import io.stele.core.webhook.FanOut;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.WebhookDispatch;
import io.stele.core.webhook.WebhookFlavours;
import io.stele.core.webhook.WebhookQueue;
import io.stele.core.webhook.WebhookTransport;
import io.stele.server.store.sql.Signal;
import io.stele.server.store.sql.Signals;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.slf4j.LoggerFactory;

/** The workers. They start when they are made, and stop before what they work with. */
@Factory
final class WorkerFactory {

    /** So long waits what was under way when a node died. Of what is with others for longer the lease is renewed. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final Deliveries.Limits LIMITS = new Deliveries.Limits(256, 64, LEASE);
    private static final WebhookDispatch.Limits WEBHOOKS = new WebhookDispatch.Limits(512, 32, 64, LEASE);

    /** Each takes half a megabyte of memory. One endpoint's provider may be slow without keeping the others waiting. */
    private static final MediaFetches.Limits FETCHES = new MediaFetches.Limits(16, 4);

    @Singleton
    @Bean(preDestroy = "close")
    Deliveries deliveries(DeliveryQueue queue, Attempt attempt, Inflow inflow, InstantSource clock) {
        return new Deliveries(
                queue,
                attempt,
                inflow,
                LIMITS,
                clock,
                new FaultLog(LoggerFactory.getLogger(Deliveries.class), "Delivering messages", clock));
    }

    @Singleton
    @Bean(preDestroy = "close")
    SandboxReporting sandboxReporting(SandboxReceipts receipts, SandboxLedger ledger, InstantSource clock) {
        return new SandboxReporting(
                receipts,
                ledger,
                clock,
                new FaultLog(LoggerFactory.getLogger(SandboxReporting.class), "Reporting the sandbox's receipts", clock));
    }

    @Singleton
    @Bean(preDestroy = "close")
    EventNumberer eventNumberer(EventNumbering numbering, Signals signals, InstantSource clock) {
        EventNumberer numberer = new EventNumberer(
                numbering, clock, new FaultLog(LoggerFactory.getLogger(EventNumberer.class), "Numbering events", clock));
        signals.listen(Signal.EVENTS_WRITTEN, numberer::wake);
        return numberer;
    }

    @Singleton
    @Bean(preDestroy = "close")
    FanOutWorker fanOutWorker(
            FanOut fanOut, FanOutStore store, WebhookDispatch dispatch, Signals signals, InstantSource clock) {
        FanOutWorker worker = new FanOutWorker(
                fanOut,
                store,
                dispatch::wake,
                clock,
                new FaultLog(LoggerFactory.getLogger(FanOut.class), "Telling webhooks of events", clock));
        signals.listen(Signal.EVENTS_NUMBERED, worker::wake);
        return worker;
    }

    @Singleton
    @Bean(preDestroy = "close")
    WebhookDispatch webhookDispatch(
            WebhookQueue queue, WebhookFlavours flavours, WebhookTransport transport, Signals signals, InstantSource clock) {
        WebhookDispatch dispatch = new WebhookDispatch(
                queue,
                flavours,
                transport,
                WEBHOOKS,
                clock,
                new Random(),
                new FaultLog(LoggerFactory.getLogger(WebhookDispatch.class), "Sending webhooks", clock));
        signals.listen(Signal.WEBHOOKS_TO_SEND, dispatch::wake);
        return dispatch;
    }

    @Singleton
    @Bean(preDestroy = "close")
    MediaFetches mediaFetches(MediaQueue queue, MediaFetch fetch, Signals signals, InstantSource clock) {
        MediaFetches fetches = new MediaFetches(
                queue,
                fetch,
                FETCHES,
                clock,
                new FaultLog(LoggerFactory.getLogger(MediaFetches.class), "Fetching media", clock));
        signals.listen(Signal.MEDIA_RECEIVED, fetches::wake);
        return fetches;
    }

    @Singleton
    @Bean(preDestroy = "close")
    Housekeeping housekeeping(List<Chore> chores, InstantSource clock) {
        return new Housekeeping(
                chores, clock, chore -> new FaultLog(LoggerFactory.getLogger(Housekeeping.class), chore.name(), clock));
    }
}
