package io.stele.adapters.kapso.webhook;

import io.stele.contracts.kapso.webhook.PhoneNumberEvent;
import io.stele.core.channel.Endpoint;
import io.stele.core.event.AccountChanged;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationReopened;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.SilenceView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** What there is to tell in Kapso's words, which are about WhatsApp numbers and nothing else (contract sections 4.2 and 4.4). */
@Singleton
final class KapsoTellings {

    private final MessageEvents messages;
    private final ConversationEvents conversations;
    private final ContactEvents contacts;

    KapsoTellings(MessageEvents messages, ConversationEvents conversations, ContactEvents contacts) {
        this.messages = messages;
        this.conversations = conversations;
        this.contacts = contacts;
    }

    /** What there is to tell of the event; empty when there are no words for it. */
    Optional<Telling> of(EventView view) {
        if (view.logged().event() instanceof AccountChanged(var report)) {
            return AccountEvents.of(report, view);
        }
        return Optional.ofNullable(view.endpoint())
                .flatMap(Endpoint::whatsAppNumber)
                .flatMap(number -> of(view, number.phoneNumberId()));
    }

    /** What there is to tell of a silence; empty on another channel. */
    Optional<Telling> of(SilenceView view, Duration silence) {
        return view.endpoint()
                .whatsAppNumber()
                .map(number -> conversations.silent(view, silence, number.phoneNumberId()));
    }

    private Optional<Telling> of(EventView view, String number) {
        return switch (view.logged().event()) {
            case MessageReceived received -> messages.received(received, view, number);
            case MessageEchoed echoed -> messages.echoed(echoed, view, number);
            case MessageProgressed progressed -> messages.progressed(progressed, view, number);
            case ConversationStarted(_, var conversation) ->
                Optional.of(conversations.changed(KapsoEvent.CONVERSATION_CREATED, conversation, view, number));
            case ConversationEnded(_, var conversation, _) ->
                Optional.of(conversations.changed(KapsoEvent.CONVERSATION_ENDED, conversation, view, number));
            case IdentityChanged changed -> Optional.of(contacts.identity(changed, view, number));
            case MarketingPreferenceChanged changed -> Optional.of(contacts.preference(changed, view, number));
            case EndpointConnected _ -> Optional.of(phoneNumber(KapsoEvent.PHONE_NUMBER_CREATED, view, number));
            case EndpointDisconnected _ -> Optional.of(phoneNumber(KapsoEvent.PHONE_NUMBER_DELETED, view, number));
            case MessageQueued _,
                    MessagePlayed _,
                    ConversationReopened _,
                    ContactCreated _,
                    ContactChanged _,
                    TemplateChanged _,
                    AccountChanged _ ->
                Optional.empty();
        };
    }

    private static Telling phoneNumber(KapsoEvent event, EventView view, String number) {
        String project = view.logged().scope().project().value().toString();
        return new Telling(
                event, null, () -> new PhoneNumberEvent(number, new PhoneNumberEvent.Project(project), null));
    }
}
