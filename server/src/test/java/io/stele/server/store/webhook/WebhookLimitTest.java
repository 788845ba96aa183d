package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.Webhooks.Added;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A scope has so many webhooks, and no more. */
abstract class WebhookLimitTest extends WebhookContract {

    WebhookLimitTest(Supplier<TestStore> opening) {
        super(opening);
    }

    /** Fills the live scope up to so many less than the most. */
    private Webhook filled(int free) {
        Webhook first = subscriptions.kept(tenant.live());
        subscriptions.fill(tenant.live(), webhooks.most() - 1 - free);
        return first;
    }

    private Added add() {
        return webhooks.add(subscriptions.zavu(tenant.live(), UUID.randomUUID()));
    }

    private List<String> count() {
        return store.column("select count(*) from webhook where mode = 'LIVE'");
    }

    @Test
    void oneMoreThanTheMostIsRefused() {
        filled(1);

        assertThat(add()).isEqualTo(Added.KEPT);
        assertThat(add()).isEqualTo(Added.FULL);

        assertThat(count()).containsExactly("1000");
    }

    @Test
    void theOtherModeAndOtherProjectsHaveRoomOfTheirOwn() {
        filled(0);

        assertThat(add()).isEqualTo(Added.FULL);
        assertThat(webhooks.add(subscriptions.zavu(tenant.test(), UUID.randomUUID()))).isEqualTo(Added.KEPT);
    }

    @Test
    void aRemovalMakesRoom() {
        Webhook first = filled(0);

        webhooks.remove(tenant.live(), first.id());

        assertThat(add()).isEqualTo(Added.KEPT);
        assertThat(add()).isEqualTo(Added.FULL);
    }

    @Test
    void ofManyAtOnceNoMoreAreKeptThanThereIsRoomFor() {
        filled(3);

        assertThat(Together.times(8, this::add).stream().filter(Added.KEPT::equals)).hasSize(3);
        assertThat(count()).containsExactly("1000");
    }
}
