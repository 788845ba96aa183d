package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.server.store.TestStore;
import io.stele.server.store.sql.Signal;
import io.stele.server.store.sql.Signals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link Signal#WEBHOOKS_TO_SEND}: whoever sends on this node hears at once that there is something to send. */
public abstract class WebhookSignalContract extends WebhookContract {

    private final AtomicInteger heard = new AtomicInteger();
    private Runnable listening = () -> {};

    protected WebhookSignalContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void listen() {
        listening = store.get(Signals.class).listen(Signal.WEBHOOKS_TO_SEND, heard::incrementAndGet);
    }

    @AfterEach
    void stopListening() {
        listening.run();
    }

    private void assertHeard(Runnable work) {
        heard.set(0);
        work.run();
        assertThat(heard).hasPositiveValue();
    }

    @Test
    void whateverMakesSomethingDueIsHeard() {
        Webhook webhook = subscriptions.kept(tenant.live());
        happen(tenant.live(), 1);

        assertHeard(() -> fanOut.tellNext(10, WebhookContract::told));
        assertHeard(() -> send(webhook, 2));
        WebhookClaim claim = claim().getFirst();
        assertHeard(() -> settle(again(claim, Duration.ofHours(1))));
        WebhookDelivery delivery = claim.delivery();
        assertHeard(() -> deliveries.replay(tenant.live(), delivery.id(), now()));
        activate(webhook, false);
        assertHeard(() -> activate(webhook, true));
    }

    @Test
    void whatLeavesNothingToSendIsNotHeard() {
        subscriptions.kept(tenant.live());
        happen(tenant.live(), 1);
        heard.set(0);

        fanOut.tellNext(10, (_, _) -> new FanOutStore.Told(List.of(), List.of()));

        assertThat(heard).hasValue(0);
    }
}
