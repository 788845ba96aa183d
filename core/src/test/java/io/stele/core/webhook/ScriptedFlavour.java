package io.stele.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A flavour of which only the sending is asked. */
final class ScriptedFlavour implements WebhookFlavour {

    private final RetrySchedule schedule;

    ScriptedFlavour(RetrySchedule schedule) {
        this.schedule = schedule;
    }

    /** The same for all forms. */
    WebhookFlavours forAll() {
        return new WebhookFlavours(this, this, this, this);
    }

    @Override
    public List<Payload> payloads(EventView view, Webhook webhook) {
        throw new UnsupportedOperationException("nothing is told here");
    }

    @Override
    public Optional<Duration> watchedSilence(Webhook webhook) {
        throw new UnsupportedOperationException("nothing is told here");
    }

    @Override
    public Optional<Payload> silence(SilenceView view, Webhook webhook) {
        throw new UnsupportedOperationException("nothing is told here");
    }

    @Override
    public Optional<WebhookForm.Buffering> buffering(Payload payload, Webhook webhook) {
        throw new UnsupportedOperationException("nothing is told here");
    }

    @Override
    public Payload batch(List<WebhookDelivery> members, Webhook webhook) {
        throw new UnsupportedOperationException("nothing is told here");
    }

    /** One that depends on each argument; none can be made for an event that is called broken. */
    @Override
    public Map<String, String> headers(
            Webhook webhook, WebhookDelivery delivery, byte[] body, int batched, Instant at) {
        if (delivery.event().equals("broken")) {
            throw new IllegalStateException("no words for it");
        }
        String signed = delivery.eventId() + "|" + body.length + "|" + at;
        return batched == 0 ? Map.of("X-Signature", signed) : Map.of("X-Signature", signed, "X-Batch", "" + batched);
    }

    @Override
    public RetrySchedule schedule() {
        return schedule;
    }
}
