package io.stele.adapters.kapso.webhook;

import io.stele.adapters.kapso.DeliveryReports;
import io.stele.adapters.kapso.KapsoIds;
import io.stele.adapters.kapso.MessageResources;
import io.stele.adapters.kapso.Persons;
import io.stele.adapters.kapso.Surface;
import io.stele.adapters.kapso.Timestamps;
import io.stele.contracts.kapso.graph.DeliveryStatus;
import io.stele.contracts.kapso.webhook.MetaReport;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.Contact;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.SystemNote;
import io.stele.core.webhook.EventView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Meta reports of a number: messages, statuses, echoes and preferences. Messages have the ids that the API gives them, so that a
 * caller finds what it has sent. A message that has been erased can no longer be reported, nor what an erased person wanted.
 */
@Singleton
final class NumberReports {

    private static final String PRODUCT = "whatsapp";
    private static final String MARKETING = "marketing_messages";

    private final MessageResources messages;
    private final KapsoIds ids;
    private final EventMapper mapper;

    NumberReports(MessageResources messages, KapsoIds ids, EventMapper mapper) {
        this.messages = messages;
        this.ids = ids;
        this.mapper = mapper;
    }

    /** What a person wrote. News of the channel itself is about nobody else, and names none. */
    Optional<Reported> received(EventView view, Endpoint endpoint, Endpoint.WhatsAppNumber number) {
        return Optional.ofNullable(view.message()).map(message -> {
            MetaReport.Metadata metadata = metadata(endpoint, number);
            boolean isNote = message.content() instanceof SystemNote;
            return reported(MetaField.MESSAGES, number, message.conversationId(), new MetaReport(
                    PRODUCT,
                    metadata,
                    isNote ? null : List.of(person(view, message)),
                    List.of(mapper.received(shown(message, number))),
                    null,
                    null,
                    null));
        });
    }

    /** How far a message has come. */
    Optional<Reported> progressed(
            MessageProgressed event, EventView view, Endpoint endpoint, Endpoint.WhatsAppNumber number) {
        Message message = view.message();
        if (message == null || !MessageEvents.isTold(event.status(), message)) {
            return Optional.empty();
        }
        DeliveryStatus status = DeliveryReports.of(
                message, ids.of(message), event.status(), MessageEvents.reachedAt(event, view.logged().at()));
        return Optional.of(reported(
                MetaField.MESSAGES,
                number,
                event.status() == Status.SENT ? message.conversationId() : null,
                status(status, event.status() == Status.FAILED ? null : recipients(view, message), endpoint, number)));
    }

    /** That a person has listened to a voice message. */
    Optional<Reported> played(
            MessagePlayed event, EventView view, Endpoint endpoint, Endpoint.WhatsAppNumber number) {
        return Optional.ofNullable(view.message()).map(message -> {
            DeliveryStatus status = DeliveryReports.played(message, ids.of(message), event.playedAt());
            return reported(
                    MetaField.MESSAGES, number, null, status(status, recipients(view, message), endpoint, number));
        });
    }

    private static MetaReport status(
            DeliveryStatus status,
            @Nullable List<MetaReport.Person> recipients,
            Endpoint endpoint,
            Endpoint.WhatsAppNumber number) {
        return new MetaReport(
                PRODUCT, metadata(endpoint, number), recipients, null, List.of(status), null, null);
    }

    /** What the business wrote with WhatsApp's own app. */
    Optional<Reported> echoed(EventView view, Endpoint endpoint, Endpoint.WhatsAppNumber number) {
        return Optional.ofNullable(view.message()).map(message -> {
            MetaReport.Metadata metadata = metadata(endpoint, number);
            return reported(MetaField.ECHOES, number, message.conversationId(), new MetaReport(
                    PRODUCT,
                    metadata,
                    null,
                    null,
                    null,
                    List.of(mapper.echo(
                            shown(message, number),
                            metadata.displayPhoneNumber(),
                            Timestamps.unix(MessageEvents.sentAt(message)))),
                    null));
        });
    }

    /** What a person wants of marketing, however it became known. */
    Optional<Reported> preference(
            MarketingPreferenceChanged event, EventView view, Endpoint endpoint, Endpoint.WhatsAppNumber number) {
        return Optional.ofNullable(view.contact()).map(contact -> {
            Persons person = Persons.of(contact.addresses());
            return reported(MetaField.PREFERENCES, number, null, new MetaReport(
                    PRODUCT,
                    metadata(endpoint, number),
                    List.of(person(contact.profileName(), contact.username(), person)),
                    null,
                    null,
                    null,
                    List.of(preference(event.preference(), person))));
        });
    }

    private io.stele.contracts.kapso.Message shown(Message message, Endpoint.WhatsAppNumber number) {
        return messages.message(message, number.phoneNumberId(), Surface.PROXY);
    }

    private static Reported reported(
            MetaField field, Endpoint.WhatsAppNumber number, @Nullable UUID lane, MetaReport report) {
        return new Reported(field, number.businessAccountId(), null, report, lane);
    }

    private static MetaReport.Metadata metadata(Endpoint endpoint, Endpoint.WhatsAppNumber number) {
        return new MetaReport.Metadata(Persons.of(endpoint.address()).digits(), number.phoneNumberId());
    }

    /** A recipient is named since there are user ids, which the status itself has no room for. */
    private static @Nullable List<MetaReport.Person> recipients(EventView view, Message message) {
        Persons recipient = Persons.of(message.to());
        boolean named = recipient.userId() != null || recipient.parentUserId() != null;
        return named ? List.of(person(view, message)) : null;
    }

    private static MetaReport.Person person(EventView view, Message message) {
        Contact contact = view.contact();
        String name = contact == null ? message.contactName() : contact.profileName();
        String username = contact == null ? message.details().identity().username() : contact.username();
        return person(name, username, Persons.of(message.contactAddress()));
    }

    private static MetaReport.Person person(@Nullable String name, @Nullable String username, Persons person) {
        return new MetaReport.Person(
                new MetaReport.Profile(name, username), person.digits(), person.userId(), person.parentUserId());
    }

    private static MetaReport.Preference preference(MarketingPreference preference, Persons person) {
        return new MetaReport.Preference(
                person.digits(),
                person.userId(),
                person.parentUserId(),
                detail(preference),
                MARKETING,
                switch (preference.wish()) {
                    case STOP -> "stop";
                    case RESUME -> "resume";
                },
                preference.at().getEpochSecond());
    }

    /** Meta has one sentence for each wish; it stands in where the preference came to be known in another way. */
    private static String detail(MarketingPreference preference) {
        String detail = preference.detail();
        if (detail != null && preference.source() == MarketingPreference.Source.PROVIDER_REPORT) {
            return detail;
        }
        return switch (preference.wish()) {
            case STOP -> "User requested to stop marketing messages";
            case RESUME -> "User requested to resume marketing messages";
        };
    }
}
