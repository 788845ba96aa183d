package io.stele.server.store.webhook;

import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.contact.Contact;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationThread;
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
import io.stele.core.event.LoggedEvent;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.media.MediaName;
import io.stele.core.media.ReceivedFile;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.core.webhook.EventView;
import io.stele.server.store.conversation.Conversations;
import io.stele.server.store.media.StoredMedia;
import io.stele.server.store.message.Messages;
import io.stele.server.store.people.Contacts;
import io.stele.server.store.project.CurrentEndpoints;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up what events are about, for all of them at once. */
final class Views {

    private Views() {}

    /** The views of these events of a scope, in their order. */
    static List<EventView> of(Session session, Scope scope, List<LoggedEvent> events, Instant now) {
        ProjectId project = scope.project();
        List<MessageId> wanted = distinct(events.stream().map(event -> message(event.event())));
        Map<MessageId, Message> messages =
                Messages.byId(session, Collections.nCopies(wanted.size(), project), wanted);
        Map<EndpointId, Endpoint> endpoints = CurrentEndpoints.among(
                session, distinct(events.stream().map(event -> event.event().endpoint())));
        Map<String, List<Endpoint>> accounts = CurrentEndpoints.ofAccounts(
                session, scope, distinct(events.stream().map(event -> event.event().businessAccount())));
        Map<UUID, Conversation> conversations = Conversations.among(
                session,
                project,
                distinct(Stream.concat(
                        messages.values().stream().map(Message::conversationId),
                        events.stream().map(event -> conversation(event.event())))),
                now);
        Map<UUID, ConversationThread> threads = Conversations.threadsAmong(
                session, project, distinct(messages.values().stream().map(Message::threadId)));
        Map<UUID, Contact> contacts = Contacts.among(
                session,
                scope,
                distinct(Stream.of(
                                of(messages.values(), Message::contactId),
                                of(conversations.values(), Conversation::contactId),
                                of(events, event -> contact(event.event())))
                        .flatMap(Function.identity())));
        Map<MediaName, ReceivedFile> files = StoredMedia.files(session, scope, names(messages.values())).stream()
                .collect(Collectors.toMap(ReceivedFile::name, Function.identity()));
        return events.stream()
                .map(event -> {
                    Endpoint endpoint = found(endpoints, event.event().endpoint());
                    Message message = found(messages, message(event.event()));
                    Conversation conversation =
                            found(conversations, message == null ? conversation(event.event()) : message.conversationId());
                    return new EventView(
                            event,
                            endpoint,
                            message == null ? null : Standing.of(message, event),
                            conversation,
                            found(threads, message == null ? null : message.threadId()),
                            found(contacts, person(event.event(), message, conversation)),
                            found(files, message == null ? null : MediaName.of(message).orElse(null)),
                            Objects.requireNonNullElse(found(accounts, event.event().businessAccount()), List.of()));
                })
                .toList();
    }

    private static Set<MediaName> names(Collection<Message> messages) {
        return messages.stream().flatMap(message -> MediaName.of(message).stream()).collect(Collectors.toSet());
    }

    private static <T> Stream<@Nullable UUID> of(Collection<T> things, Function<T, @Nullable UUID> id) {
        return things.stream().map(id);
    }

    private static <T> List<T> distinct(Stream<? extends @Nullable T> ids) {
        return ids.<T>mapMulti((id, next) -> {
                    if (id != null) {
                        next.accept(id);
                    }
                })
                .distinct()
                .toList();
    }

    private static <K, V> @Nullable V found(Map<K, V> all, @Nullable K id) {
        return id == null ? null : all.get(id);
    }

    private static @Nullable UUID person(Event event, @Nullable Message message, @Nullable Conversation conversation) {
        if (message != null) {
            return message.contactId();
        }
        return conversation == null ? contact(event) : conversation.contactId();
    }

    private static @Nullable MessageId message(Event event) {
        return switch (event) {
            case MessageQueued(_, var message, _) -> message;
            case MessageProgressed(_, var message, _, _, _, _, _, _) -> message;
            case MessagePlayed(_, var message, _) -> message;
            case MessageReceived(_, var message, _, _, _) -> message;
            case MessageEchoed(_, var message, _, _) -> message;
            case ConversationStarted _,
                    ConversationEnded _,
                    ConversationReopened _,
                    ContactCreated _,
                    ContactChanged _,
                    IdentityChanged _,
                    MarketingPreferenceChanged _,
                    TemplateChanged _,
                    AccountChanged _,
                    EndpointConnected _,
                    EndpointDisconnected _ -> null;
        };
    }

    private static @Nullable UUID conversation(Event event) {
        return switch (event) {
            case ConversationStarted(_, UUID conversation) -> conversation;
            case ConversationEnded(_, UUID conversation, _) -> conversation;
            case ConversationReopened(_, UUID conversation) -> conversation;
            case MessageQueued _,
                    MessageProgressed _,
                    MessagePlayed _,
                    MessageReceived _,
                    MessageEchoed _,
                    ContactCreated _,
                    ContactChanged _,
                    IdentityChanged _,
                    MarketingPreferenceChanged _,
                    TemplateChanged _,
                    AccountChanged _,
                    EndpointConnected _,
                    EndpointDisconnected _ -> null;
        };
    }

    private static @Nullable UUID contact(Event event) {
        return switch (event) {
            case ContactCreated(_, UUID contact) -> contact;
            case ContactChanged(_, UUID contact) -> contact;
            case IdentityChanged(_, UUID contact, _) -> contact;
            case MarketingPreferenceChanged(_, UUID contact, _, _) -> contact;
            case MessageQueued _,
                    MessageProgressed _,
                    MessagePlayed _,
                    MessageReceived _,
                    MessageEchoed _,
                    ConversationStarted _,
                    ConversationEnded _,
                    ConversationReopened _,
                    TemplateChanged _,
                    AccountChanged _,
                    EndpointConnected _,
                    EndpointDisconnected _ -> null;
        };
    }
}
