package io.stele.server.media;

import io.stele.core.message.Message;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.RetrySchedule;
import io.stele.core.webhook.SilenceView;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookFlavour;
import io.stele.core.webhook.WebhookForm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what another flavour tells, with links by which the files in it can be had, as the API of the same language shows them. A link that
 * works for a while works from the moment at which the payload is made.
 */
public final class FileShowingFlavour implements WebhookFlavour {

    private final WebhookFlavour words;
    private final ShownMedia media;
    private final ShownMedia.Form form;

    public FileShowingFlavour(WebhookFlavour words, ShownMedia media, ShownMedia.Form form) {
        this.words = words;
        this.media = media;
        this.form = form;
    }

    @Override
    public List<Payload> payloads(EventView view, Webhook webhook) {
        Message message = view.message();
        return words.payloads(
                message == null || view.file() == null ? view : view.showing(media.of(message, view.file(), form)), webhook);
    }

    @Override
    public Optional<Duration> watchedSilence(Webhook webhook) {
        return words.watchedSilence(webhook);
    }

    @Override
    public Optional<Payload> silence(SilenceView view, Webhook webhook) {
        return words.silence(view, webhook);
    }

    @Override
    public Optional<WebhookForm.Buffering> buffering(Payload payload, Webhook webhook) {
        return words.buffering(payload, webhook);
    }

    @Override
    public Payload batch(List<WebhookDelivery> members, Webhook webhook) {
        return words.batch(members, webhook);
    }

    @Override
    public Map<String, String> headers(
            Webhook webhook, WebhookDelivery delivery, byte[] body, int batched, Instant at) {
        return words.headers(webhook, delivery, body, batched, at);
    }

    @Override
    public RetrySchedule schedule() {
        return words.schedule();
    }
}
