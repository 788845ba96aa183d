package io.stele.server.store.inbound;

import io.stele.core.channel.Channel;
import io.stele.core.contact.ConsentWords;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessageReceived;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.MessageEcho;
import io.stele.core.inbound.ProviderMessage;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.ServiceWindow;
import io.stele.core.message.Status;
import io.stele.core.message.SystemNote;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.server.store.delivery.EarlyReceipts;
import io.stele.server.store.delivery.ProviderNames;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.media.NewFiles;
import io.stele.server.store.message.Messages;
import io.stele.server.store.people.Meeting;
import io.stele.server.store.people.Place;
import io.stele.server.store.people.Talks;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages from people on their way into the database. Whether one is new, the provider's name for it decides. */
final class Arrival {

    private final Session session;
    private final List<? extends ProviderMessage> messages;
    private final List<MessageId> newIds;
    private final KsuidGenerator ids;
    private final ConsentWords words;
    private final Instant now;

    Arrival(
            Session session,
            List<? extends ProviderMessage> messages,
            List<MessageId> newIds,
            KsuidGenerator ids,
            ConsentWords words,
            Instant now) {
        this.session = session;
        this.messages = messages;
        this.newIds = newIds;
        this.ids = ids;
        this.words = words;
        this.now = Values.storable(now);
    }

    List<Message> write() {
        List<MessageId> owners = owners();
        Map<MessageId, Message> stored = new HashMap<>(writeNew(owners));
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (!stored.containsKey(owners.get(i))) {
                known.add(i);
            }
        }
        stored.putAll(Messages.byId(
                session,
                known.stream().map(i -> messages.get(i).endpoint().scope().project()).toList(),
                known.stream().map(owners::get).toList()));
        return owners.stream().map(owner -> present(stored.get(owner))).toList();
    }

    /** For each message the id under which it is stored, or is about to be. */
    private List<MessageId> owners() {
        List<ProviderNames.Name> names =
                messages.stream().map(Arrival::name).toList();
        Map<ProviderNames.Name, MessageId> wanted = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            wanted.putIfAbsent(names.get(i), newIds.get(i));
        }
        Map<ProviderNames.Name, MessageId> owners = ProviderNames.claim(session, wanted);
        return names.stream().map(name -> present(owners.get(name))).toList();
    }

    private static ProviderNames.Name name(ProviderMessage message) {
        return new ProviderNames.Name(
                message.endpoint().scope().project().value(),
                message.endpoint().id().value(),
                Values.storable(message.providerMessageId()));
    }

    private Map<MessageId, Message> writeNew(List<MessageId> owners) {
        Map<MessageId, ProviderMessage> fresh = new LinkedHashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            if (owners.get(i).equals(newIds.get(i))) {
                fresh.put(newIds.get(i), messages.get(i));
            }
        }
        if (fresh.isEmpty()) {
            return Map.of();
        }
        EarlyReceipts early = EarlyReceipts.take(session, echoes(fresh));
        NewEvents events = new NewEvents();
        Talks talks = Talks.open(
                session, fresh.values().stream().map(Arrival::meeting).toList(), now, events);
        Map<MessageId, Message> written = new HashMap<>();
        List<Messages.Entry> entries = new ArrayList<>();
        fresh.forEach((id, told) -> {
            Messages.Entry entry =
                    switch (told) {
                        case InboundMessage inbound -> received(talks, id, inbound, events);
                        case MessageEcho echo -> echoed(talks, id, echo, events);
                    };
            entries.add(entry);
            written.put(id, entry.message());
        });
        talks.write();
        Messages.insert(session, entries);
        events.write(session, now);
        // What was reported of them beforehand is told after them.
        early.merge(session, now);
        NewFiles.note(session, written.values(), ids::next, now);
        return written;
    }

    /** Under what names the echoes among these are known: of those only, receipts are told. */
    private static Map<ProviderNames.Name, MessageId> echoes(Map<MessageId, ProviderMessage> fresh) {
        Map<ProviderNames.Name, MessageId> echoes = new HashMap<>();
        fresh.forEach((id, told) -> {
            if (told instanceof MessageEcho) {
                echoes.put(name(told), id);
            }
        });
        return echoes;
    }

    private Messages.Entry received(Talks talks, MessageId id, InboundMessage inbound, NewEvents events) {
        Meeting meeting = meeting(inbound);
        talks.rename(meeting, inbound.profileName(), sentAt(inbound));
        ServiceWindow window = window(talks, inbound, meeting);
        Place place = talks.place(meeting);
        Message message = message(id, inbound, place, window);
        talks.add(meeting, message);
        if (inbound.content() instanceof Text(String body, _)) {
            words.read(message.channel(), body)
                    .ifPresent(wish -> talks.prefer(
                            meeting,
                            new MarketingPreference(
                                    wish, sentAt(inbound), MarketingPreference.Source.MESSAGE, body.strip())));
        }
        events.add(
                message.scope(),
                new MessageReceived(
                        message.endpoint(),
                        id,
                        Values.storable(inbound.providerMessageId()),
                        place.startsConversation(),
                        place.startsThread()));
        if (inbound.former() != null) {
            events.add(
                    message.scope(), new IdentityChanged(message.endpoint(), message.contactId(), inbound.former()));
        }
        return new Messages.Entry(message, place.correspondence().id(), inbound.attachments());
    }

    private Messages.Entry echoed(Talks talks, MessageId id, MessageEcho echo, NewEvents events) {
        Meeting meeting = meeting(echo);
        talks.rename(meeting, null, sentAt(echo));
        Place place = talks.place(meeting);
        Message message = message(id, echo, place);
        talks.add(meeting, message);
        events.add(
                message.scope(),
                new MessageEchoed(
                        message.endpoint(),
                        id,
                        Values.storable(echo.providerMessageId()),
                        place.startsConversation()));
        return new Messages.Entry(message, place.correspondence().id(), List.of());
    }

    private static Meeting meeting(ProviderMessage message) {
        return new Meeting(message.endpoint(), message.person(), message.identity());
    }

    /** What the channel itself says is nothing that the person said, and opens no window. */
    private @Nullable ServiceWindow window(Talks talks, InboundMessage inbound, Meeting meeting) {
        return inbound.endpoint().channel() == Channel.WHATSAPP && !(inbound.content() instanceof SystemNote)
                ? talks.extendWindow(meeting, sentAt(inbound), ids::next)
                : null;
    }

    /** A provider's clock that is ahead of ours neither opens a window in the future nor keeps one open for longer. */
    private Instant sentAt(ProviderMessage message) {
        Instant sent = Values.storable(message.sentAt());
        return sent.isAfter(now) ? now : sent;
    }

    private Message message(
            MessageId id, InboundMessage inbound, Place place, @Nullable ServiceWindow window) {
        return new Message(
                id, inbound.endpoint().scope(), Direction.INBOUND, inbound.endpoint().channel(), inbound.endpoint().id(),
                inbound.endpoint().sender(), inbound.from(), inbound.endpoint().address(), inbound.content(),
                inbound.context(), inbound.referral(), Status.RECEIVED, Timeline.EMPTY, null, Cost.UNKNOWN,
                ChannelDetails.of(inbound.identity()),
                place.correspondence().threadId(), place.conversationId(), place.correspondence().contactId(),
                place.contactName(), window, Values.storable(inbound.providerMessageId()), null, false, null, null, Map.of(),
                sentAt(inbound), now);
    }

    private Message message(MessageId id, MessageEcho echo, Place place) {
        return new Message(
                id, echo.endpoint().scope(), Direction.OUTBOUND, echo.endpoint().channel(), echo.endpoint().id(),
                echo.endpoint().sender(), echo.endpoint().address(), echo.to(), echo.content(), echo.context(), null,
                Status.SENT, Timeline.EMPTY.reached(Status.SENT, sentAt(echo)), null, Cost.UNKNOWN,
                new ChannelDetails(ChannelDetails.Origin.DEVICE, echo.identity(), List.of()),
                place.correspondence().threadId(), place.conversationId(), place.correspondence().contactId(),
                place.contactName(), place.window(), Values.storable(echo.providerMessageId()), null, false, null, null, Map.of(),
                sentAt(echo), now);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a row that was just written or found is gone");
        }
        return value;
    }
}
