package io.stele.adapters.kapso.webhook;

import io.stele.core.account.AccountReport;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.Contact;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.conversation.Conversation;
import io.stele.core.event.AccountChanged;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.Event;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.LoggedEvent;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageReceived;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Context;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.SilenceView;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookFlavour;
import io.stele.core.webhook.WebhookForm;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is sent as a test (contract section 3.7): an event that did not happen, with a fictional person, told as one that did. Nothing in
 * it can be looked up.
 */
@Singleton
public final class TestPayloads {

    private static final PhoneNumber PERSON = new PhoneNumber("+15555550123");
    private static final String NAME = "Test";
    private static final String WORDS = "This is a test.";

    private final KapsoWebhookFlavour kapso;
    private final MetaWebhookFlavour meta;

    TestPayloads(KapsoWebhookFlavour kapso, MetaWebhookFlavour meta) {
        this.kapso = kapso;
        this.meta = meta;
    }

    /**
     * What the webhook would be told of such an event.
     *
     * @param endpoint a WhatsApp number; that of the webhook if it has one
     * @param id one that no message has
     * @return empty when the webhook does not want the event, or when its language has no words for it
     */
    public Optional<Payload> of(Webhook webhook, Endpoint endpoint, KapsoEvent event, MessageId id, Instant now) {
        WebhookFlavour flavour = flavour(webhook);
        MadeUp madeUp = new MadeUp(endpoint, id, now);
        return event == KapsoEvent.CONVERSATION_INACTIVE
                ? flavour.silence(
                        new SilenceView(endpoint, madeUp.conversation(), madeUp.message(Status.RECEIVED), now), webhook)
                : flavour.payloads(madeUp.view(event), webhook).stream().findFirst();
    }

    /** Whether the payload waits for others, as that of an event that happened would. */
    public Optional<WebhookForm.Buffering> buffering(Payload payload, Webhook webhook) {
        return flavour(webhook).buffering(payload, webhook);
    }

    private WebhookFlavour flavour(Webhook webhook) {
        return switch (webhook.form()) {
            case WebhookForm.Kapso _ -> kapso;
            case WebhookForm.Meta _ -> meta;
            case WebhookForm.Zavu _, WebhookForm.Chirp _ -> throw new IllegalArgumentException("a webhook of Kapso's");
        };
    }

    /** What there is to see of an event that did not happen. */
    private record MadeUp(Endpoint endpoint, MessageId id, Instant now, UUID conversationId, UUID contactId) {

        private MadeUp(Endpoint endpoint, MessageId id, Instant now) {
            this(endpoint, id, now, UUID.randomUUID(), UUID.randomUUID());
        }

        private EventView view(KapsoEvent event) {
            return switch (event) {
                case MESSAGE_RECEIVED -> view(
                        new MessageReceived(endpoint.id(), id, providerId(), true, true), message(Status.RECEIVED));
                case MESSAGE_SENT -> progressed(Status.SENT);
                case MESSAGE_DELIVERED -> progressed(Status.DELIVERED);
                case MESSAGE_READ -> progressed(Status.READ);
                case MESSAGE_FAILED -> progressed(Status.FAILED);
                case CONVERSATION_CREATED, CONVERSATION_INACTIVE -> view(
                        new ConversationStarted(endpoint.id(), conversationId), null);
                case CONVERSATION_ENDED -> view(new ConversationEnded(endpoint.id(), conversationId, now), null);
                case CONTACT_IDENTITY_CHANGED -> view(
                        new IdentityChanged(
                                endpoint.id(),
                                contactId,
                                new Identity(new BusinessScopedUserId("US.10000000000000000001"), null, null)),
                        null);
                case CONTACT_MARKETING_PREFERENCE_CHANGED -> view(
                        new MarketingPreferenceChanged(endpoint.id(), contactId, preference(), null), null);
                case PHONE_NUMBER_CREATED -> view(new EndpointConnected(endpoint.id()), null);
                case PHONE_NUMBER_DELETED -> view(new EndpointDisconnected(endpoint.id()), null);
                case ACCOUNT_VIOLATION -> account(AccountReport.Kind.VIOLATION, "ACCOUNT_VIOLATION");
                case ACCOUNT_RESTRICTED -> account(AccountReport.Kind.RESTRICTED, "ACCOUNT_RESTRICTION");
                case ACCOUNT_DISABLED -> account(AccountReport.Kind.DISABLED, "DISABLED_UPDATE");
                case ACCOUNT_REINSTATED -> account(AccountReport.Kind.REINSTATED, "DISABLED_UPDATE");
            };
        }

        private EventView account(AccountReport.Kind kind, String word) {
            String account = endpoint.whatsAppNumber().map(Endpoint.WhatsAppNumber::businessAccountId).orElse("0");
            AccountReport report = new AccountReport(account, kind, word, now, Json.Members.EMPTY);
            return new EventView(
                    new LoggedEvent(0, UUID.randomUUID(), endpoint.scope(), now, new AccountChanged(report)),
                    null, null, null, null, null, null, List.of(endpoint));
        }

        private EventView progressed(Status status) {
            Message message = message(status);
            return view(
                    new MessageProgressed(endpoint.id(), id, status, message.timeline(), message.failure(), message.providerMessageId()), message);
        }

        private EventView view(Event event, @Nullable Message message) {
            LoggedEvent logged = new LoggedEvent(0, UUID.randomUUID(), endpoint.scope(), now, event);
            return new EventView(logged, endpoint, message, conversation(), null, contact());
        }

        private MarketingPreference preference() {
            return new MarketingPreference(
                    MarketingPreference.Wish.STOP, now, MarketingPreference.Source.MESSAGE, "STOP");
        }

        private String providerId() {
            return "wamid.test-" + id.value();
        }

        /** One that a person wrote, or one of ours that came as far as this. */
        private Message message(Status status) {
            boolean inbound = status == Status.RECEIVED;
            return new Message(
                    id,
                    endpoint.scope(),
                    inbound ? Direction.INBOUND : Direction.OUTBOUND,
                    Channel.WHATSAPP,
                    endpoint.id(),
                    endpoint.sender(),
                    inbound ? PERSON : endpoint.address(),
                    inbound ? endpoint.address() : PERSON,
                    Text.of(WORDS),
                    Context.NONE,
                    null,
                    status,
                    inbound ? Timeline.EMPTY : Timeline.queued(now).reached(status, now),
                    status == Status.FAILED ? new Failure("131026", "Message undeliverable", WORDS) : null,
                    Cost.UNKNOWN,
                    ChannelDetails.NONE,
                    UUID.randomUUID(),
                    conversationId,
                    contactId,
                    NAME,
                    null,
                    providerId(),
                    null,
                    false,
                    null,
                    null,
                    Map.of(),
                    now,
                    now);
        }

        private Conversation conversation() {
            return new Conversation(
                    conversationId,
                    endpoint.scope(),
                    endpoint.id(),
                    PERSON,
                    contactId,
                    NAME,
                    null,
                    now,
                    now,
                    now,
                    null,
                    now,
                    null,
                    1,
                    new Conversation.LastMessage(
                            id, Direction.INBOUND, Channel.WHATSAPP, providerId(), ContentKind.TEXT, WORDS, now));
        }

        private Contact contact() {
            return new Contact(
                    contactId,
                    endpoint.scope(),
                    NAME,
                    null,
                    null,
                    null,
                    new Json.Members(Map.of()),
                    List.of(PERSON),
                    now,
                    now);
        }
    }
}
