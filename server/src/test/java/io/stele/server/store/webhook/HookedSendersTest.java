package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderBook;
import io.stele.core.channel.SenderId;
import io.stele.core.webhook.HookedSenders;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.Webhooks.Added;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link HookedSenders}: a sender and its webhook come and go together. */
abstract class HookedSendersTest extends WebhookContract {

    private HookedSenders hooked;
    private SenderBook book;

    HookedSendersTest(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void senders() {
        hooked = store.get(HookedSenders.class);
        book = store.get(SenderBook.class);
    }

    private Sender sender() {
        return new Sender(new SenderId(UUID.randomUUID()), tenant.live(), "Told", false, now());
    }

    private Webhook webhook(Sender sender) {
        return subscriptions.zavu(tenant.live(), sender.id().value());
    }

    private Sender kept() {
        Sender sender = sender();
        assertThat(hooked.add(sender, List.of(), webhook(sender))).isEqualTo(new HookedSenders.Made.Kept(sender));
        return sender;
    }

    @Test
    void bothAreKept() {
        Sender sender = sender();
        Webhook webhook = webhook(sender);

        assertThat(hooked.add(sender, List.of(), webhook)).isEqualTo(new HookedSenders.Made.Kept(sender));

        assertThat(book.sender(tenant.live(), sender.id())).contains(sender);
        assertThat(webhooks.all(tenant.live())).containsExactly(webhook);
    }

    @Test
    void neitherIsKeptWhereAnEndpointIsTaken() {
        Sender sender = sender();
        EndpointId taken = tenant.whatsApp().id();

        assertThat(hooked.add(sender, List.of(taken), webhook(sender))).isEqualTo(new HookedSenders.Made.Taken());

        assertThat(book.sender(tenant.live(), sender.id())).isEmpty();
        assertThat(webhooks.all(tenant.live())).isEmpty();
    }

    @Test
    void neitherIsKeptWhereThereAreTooManyWebhooks() {
        subscriptions.kept(tenant.live());
        subscriptions.fill(tenant.live(), webhooks.most() - 1);
        Sender sender = sender();

        assertThat(hooked.add(sender, List.of(), webhook(sender))).isEqualTo(new HookedSenders.Made.Full());

        assertThat(book.sender(tenant.live(), sender.id())).isEmpty();
    }

    @Test
    void aSenderTakesItsWebhookWithItAndWhatWaitsIsNotSent() {
        Sender sender = kept();
        Webhook other = subscriptions.kept(tenant.live());
        WebhookDelivery waiting = send(webhooks.all(tenant.live()).getFirst(), 1);

        assertThat(book.remove(tenant.live(), sender.id())).isEqualTo(SenderBook.Removal.REMOVED);

        assertThat(webhooks.all(tenant.live())).containsExactly(other);
        assertThat(claim()).isEmpty();
        assertThat(deliveries.replay(tenant.live(), waiting.id(), now())).isEmpty();
    }

    @Test
    void aSenderThatStaysKeepsItsWebhook() {
        Sender sender = book.senders(tenant.live()).getFirst();
        hooked.hook(webhook(sender));

        assertThat(book.remove(tenant.live(), sender.id())).isEqualTo(SenderBook.Removal.REFUSED);

        assertThat(webhooks.all(tenant.live())).hasSize(1);
    }

    @Test
    void aSenderThatIsThereIsGivenOneWebhook() {
        Sender sender = sender();
        book.add(sender, List.of());

        assertThat(hooked.hook(webhook(sender))).contains(Added.KEPT);
        assertThat(hooked.hook(webhook(sender))).contains(Added.TAKEN);
    }

    @Test
    void neitherWayHearsTheWebhookOfWhatHappenedBefore() {
        Sender sender = book.senders(tenant.live()).getFirst();
        store.database().write(session -> write(session, tenant.live(), event(1)));
        kept();
        store.database().write(session -> write(session, tenant.live(), event(2)));
        hooked.hook(webhook(sender));
        happen(tenant.live(), 3);

        fanOut.tellNext(200, WebhookContract::told);

        assertThat(listed(tenant.live())).extracting(WebhookDelivery::body).containsExactlyInAnyOrder("2", "3", "3");
    }

    @Test
    void aSenderThatIsGoneIsGivenNone() {
        assertThat(hooked.hook(webhook(sender()))).isEmpty();
        assertThat(webhooks.all(tenant.live())).isEmpty();
    }

    @Test
    void whoeverIsFasterNoWebhookIsLeftBehind() {
        for (int round = 0; round < 10; round++) {
            Sender sender = sender();
            book.add(sender, List.of());
            AtomicInteger turn = new AtomicInteger();

            Together.times(4, () -> turn.getAndIncrement() % 2 == 0
                    ? hooked.hook(webhook(sender))
                    : book.remove(tenant.live(), sender.id()));

            assertThat(book.sender(tenant.live(), sender.id())).isEmpty();
            assertThat(webhooks.all(tenant.live())).isEmpty();
        }
    }
}
