package io.stele.adapters.kapso.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JavaScriptJson;
import io.stele.adapters.json.JsonRecords;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.webhook.MetaNotification;
import io.stele.core.account.AccountReport;
import io.stele.core.channel.Endpoint;
import io.stele.core.event.AccountChanged;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationReopened;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.Event;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.RetrySchedule;
import io.stele.core.webhook.SilenceView;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookFlavour;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookTarget;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Meta's own form, as Kapso passes it on (contract section 4.7): one change in one entry for each event. Webhooks are told everything that
 * Meta has words for, signed in Meta's way and in Kapso's.
 *
 * <p>A change of a person's ids is told by the message with which the channel tells it, and by nothing else.
 */
@Singleton
public final class MetaWebhookFlavour implements WebhookFlavour {

    private static final String OBJECT = "whatsapp_business_account";

    private final NumberReports numbers;
    private final JsonRecords records;

    MetaWebhookFlavour(NumberReports numbers, JsonRecords records) {
        this.numbers = numbers;
        this.records = records;
    }

    @Override
    public List<Payload> payloads(EventView view, Webhook webhook) {
        return webhook.target() instanceof WebhookTarget.OfProject
                ? List.of()
                : reports(view).stream().map(this::payload).toList();
    }

    @Override
    public Optional<Duration> watchedSilence(Webhook webhook) {
        return Optional.empty();
    }

    @Override
    public Optional<Payload> silence(SilenceView view, Webhook webhook) {
        return Optional.empty();
    }

    @Override
    public Optional<WebhookForm.Buffering> buffering(Payload payload, Webhook webhook) {
        return Optional.empty();
    }

    /** @throws UnsupportedOperationException always: nothing is ever collected */
    @Override
    public Payload batch(List<WebhookDelivery> members, Webhook webhook) {
        throw new UnsupportedOperationException("nothing is collected in Meta's form");
    }

    @Override
    public Map<String, String> headers(
            Webhook webhook, WebhookDelivery delivery, byte[] body, int batched, Instant at) {
        RequestHeaders headers = new RequestHeaders(webhook).with(RequestHeaders.IDEMPOTENCY_KEY, Signatures.hash(body));
        String secret = webhook.secret();
        if (secret != null && !secret.isEmpty()) {
            String signature = Signatures.hmac(secret, body);
            headers.with(RequestHeaders.META_SIGNATURE, "sha256=" + signature).with(RequestHeaders.SIGNATURE, signature);
        }
        return headers.all();
    }

    @Override
    public RetrySchedule schedule() {
        return Retries.SCHEDULE;
    }

    private List<Reported> reports(EventView view) {
        Event event = view.logged().event();
        if (event instanceof TemplateChanged(var report)) {
            return TemplateReports.of(report, view.logged().at());
        }
        if (event instanceof AccountChanged(var report)) {
            return List.of(account(report));
        }
        return Optional.ofNullable(view.endpoint())
                .flatMap(endpoint -> endpoint.whatsAppNumber().flatMap(number -> report(view, endpoint, number)))
                .stream()
                .toList();
    }

    private static Reported account(AccountReport report) {
        return new Reported(
                MetaField.ACCOUNT,
                report.businessAccountId(),
                report.at().getEpochSecond(),
                JsonTrees.toWire(report.details()),
                null);
    }

    private Optional<Reported> report(EventView view, Endpoint endpoint, Endpoint.WhatsAppNumber number) {
        return switch (view.logged().event()) {
            case MessageReceived _ -> numbers.received(view, endpoint, number);
            case MessageProgressed progressed -> numbers.progressed(progressed, view, endpoint, number);
            case MessagePlayed played -> numbers.played(played, view, endpoint, number);
            case MessageEchoed _ -> numbers.echoed(view, endpoint, number);
            case MarketingPreferenceChanged changed -> numbers.preference(changed, view, endpoint, number);
            case MessageQueued _,
                    ConversationStarted _,
                    ConversationEnded _,
                    ConversationReopened _,
                    ContactCreated _,
                    ContactChanged _,
                    IdentityChanged _,
                    TemplateChanged _,
                    AccountChanged _,
                    EndpointConnected _,
                    EndpointDisconnected _ -> Optional.empty();
        };
    }

    private Payload payload(Reported reported) {
        JsonNode value = reported.value() instanceof JsonNode tree ? tree : records.tree(reported.value());
        MetaNotification notification = new MetaNotification(
                OBJECT,
                List.of(new MetaNotification.Entry(
                        reported.account(),
                        reported.time(),
                        List.of(new MetaNotification.Change(reported.field().word(), value)))));
        return new Payload(reported.field().word(), JavaScriptJson.text(records.tree(notification)), reported.lane());
    }
}
