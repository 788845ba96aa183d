package io.stele.adapters.webhook;

import io.stele.core.webhook.Payload;
import io.stele.core.webhook.SilenceView;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookFlavour;
import io.stele.core.webhook.WebhookForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A flavour that tells every event by itself and at once, and nothing of silences. */
public interface EachByItself extends WebhookFlavour {

    @Override
    default Optional<Duration> watchedSilence(Webhook webhook) {
        return Optional.empty();
    }

    @Override
    default Optional<Payload> silence(SilenceView view, Webhook webhook) {
        return Optional.empty();
    }

    @Override
    default Optional<WebhookForm.Buffering> buffering(Payload payload, Webhook webhook) {
        return Optional.empty();
    }

    /** @throws IllegalStateException always: what never waits is never put together */
    @Override
    default Payload batch(List<WebhookDelivery> members, Webhook webhook) {
        throw new IllegalStateException("this flavour tells every event by itself");
    }
}
