package io.stele.server.store.people;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.event.ConversationStarted;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Message;
import io.stele.core.message.ServiceWindow;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction does to the talks with some people: opened once, with everyone concerned; then messages find their place and are
 * noted; then all of it is written.
 */
public final class Talks {

    private final Session session;
    private final Instant now;
    private final NewEvents events;
    private final Map<Meeting.Key, Meeting> meetings;
    private final Map<Meeting.Key, Acquaintance> acquaintances = new HashMap<>();
    private final Map<Acquaintance.Id, Stretch> current;
    private final Map<Acquaintance.Id, ServiceWindow> windows = new HashMap<>();
    private final Map<Acquaintance.Id, Address> numbers = new HashMap<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private final ThreadCounts threads = new ThreadCounts();
    private final Names names;
    private final Set<UUID> newThreads;
    private final Preferences preferences;

    private Talks(
            Session session,
            Map<Meeting.Key, Meeting> meetings,
            List<Acquaintance> locked,
            Introduced introduced,
            Instant now,
            NewEvents events) {
        this.session = session;
        this.now = now;
        this.events = events;
        this.newThreads = new HashSet<>(introduced.newThreads());
        this.preferences = new Preferences(events);
        this.meetings = meetings;
        Map<Acquaintance.Id, Acquaintance> byId = new HashMap<>();
        locked.forEach(acquaintance -> {
            byId.put(acquaintance.id(), acquaintance);
            ServiceWindow window = acquaintance.window();
            if (window != null) {
                windows.put(acquaintance.id(), window);
            }
        });
        introduced.acquaintances().forEach((key, acquaintance) -> {
            Acquaintance asItIs = byId.get(acquaintance.id());
            if (asItIs != null) {
                acquaintances.put(key, asItIs);
            }
        });
        this.current = Stretch.newest(session, locked);
        stretches.addAll(current.values());
        introduced.acquaintances().forEach((key, acquaintance) -> noteNumber(meetings.get(key), acquaintance));
        this.names = Names.of(session, locked, introduced.notes(), events);
    }

    /**
     * Introduces those who have not met, and locks the correspondences of all until the end of the transaction.
     *
     * @param events where what happens to people and conversations is noted; to be written by the caller
     */
    public static Talks open(Session session, Collection<Meeting> everyone, Instant now, NewEvents events) {
        return open(session, everyone, Acquaintance.among(session, everyone), now, events);
    }

    /** The same when it has been asked in this transaction already who has met. */
    public static Talks open(
            Session session,
            Collection<Meeting> everyone,
            Map<Meeting.Key, Acquaintance> known,
            Instant now,
            NewEvents events) {
        Map<Meeting.Key, Meeting> meetings = byKey(everyone);
        Introduced introduced = introduced(session, meetings, known, now, events);
        List<Acquaintance> locked = Acquaintance.lock(
                session,
                introduced.acquaintances().values().stream().map(Acquaintance::id).toList());
        return new Talks(session, meetings, locked, introduced, now, events);
    }

    /**
     * The talks with people who have been introduced, and of whom all has been noted. The caller has locked their correspondences.
     *
     * @param events as for {@link #open}
     */
    public static Talks among(
            Session session, Collection<Meeting> everyone, Introduced introduced, Instant now, NewEvents events) {
        List<Acquaintance> locked = Acquaintance.lock(
                session,
                introduced.acquaintances().values().stream().map(Acquaintance::id).toList());
        return new Talks(
                session,
                byKey(everyone),
                locked,
                new Introduced(introduced.acquaintances(), new Notes(), introduced.newThreads()),
                now,
                events);
    }

    /** Introduces those who have not met, and locks nobody. */
    public static Introduced introduce(
            Session session, Collection<Meeting> everyone, Instant now, NewEvents events) {
        Map<Meeting.Key, Meeting> meetings = byKey(everyone);
        return introduced(session, meetings, Acquaintance.among(session, meetings.values()), now, events);
    }

    private static Map<Meeting.Key, Meeting> byKey(Collection<Meeting> everyone) {
        Map<Meeting.Key, Meeting> meetings = new LinkedHashMap<>();
        everyone.forEach(meeting -> meetings.putIfAbsent(meeting.key(), meeting));
        return meetings;
    }

    private static Introduced introduced(
            Session session,
            Map<Meeting.Key, Meeting> meetings,
            Map<Meeting.Key, Acquaintance> known,
            Instant now,
            NewEvents events) {
        Map<Boolean, List<Meeting>> met = meetings.values().stream()
                .collect(Collectors.partitioningBy(meeting -> known.containsKey(meeting.key())));
        List<Meeting> strangers = met.getOrDefault(false, List.of());
        List<Meeting> told = met.getOrDefault(true, List.of()).stream()
                .filter(Meeting::hasOtherAddresses)
                .toList();
        if (strangers.isEmpty() && told.isEmpty()) {
            return new Introduced(known, new Notes(), Set.of());
        }
        Introductions introductions = new Introductions(session, now, events);
        introductions.introduce(strangers, told);
        return new Introduced(
                strangers.isEmpty() ? known : Acquaintance.among(session, meetings.values()),
                introductions.notes(),
                introductions.newThreads());
    }

    /** Where a message of this meeting belongs: into the active conversation, or into a new one when none is active. */
    public Place place(Meeting meeting) {
        Acquaintance acquaintance = acquaintance(meeting);
        Stretch stretch = current.get(acquaintance.id());
        if (stretch == null || !stretch.isActiveAt(now)) {
            if (stretch != null) {
                stretch.close(events);
            }
            stretch = new Stretch(acquaintance, channel(meeting), now);
            events.add(
                    acquaintance.scope(),
                    new ConversationStarted(acquaintance.correspondence().endpoint(), stretch.id()));
            stretches.add(stretch);
            current.put(acquaintance.id(), stretch);
        }
        return new Place(
                acquaintance.correspondence(),
                stretch.id(),
                stretch.isEmpty(),
                newThreads.contains(acquaintance.correspondence().threadId()),
                names.of(acquaintance),
                windows.get(acquaintance.id()));
    }

    /**
     * Opens the person's window, or extends the one that is open, by a message that they sent then.
     *
     * @param ids where the id of a new window comes from
     */
    public ServiceWindow extendWindow(Meeting meeting, Instant sentAt, Supplier<Ksuid> ids) {
        return windows.compute(acquaintance(meeting).id(), (_, known) -> known != null && known.isOpenAt(sentAt)
                ? known.extendedBy(sentAt)
                : newer(known, new ServiceWindow(ids.get(), sentAt, sentAt.plus(ServiceWindow.LENGTH))));
    }

    /** A message that was sent before the known window began opens none. */
    private static ServiceWindow newer(@Nullable ServiceWindow known, ServiceWindow opened) {
        return known != null && known.expiresAt().isAfter(opened.expiresAt()) ? known : opened;
    }

    /** A number is worth more than an id: whom we know by an id is addressed by the number as soon as it is told. */
    private void noteNumber(@Nullable Meeting meeting, Acquaintance acquaintance) {
        if (meeting != null
                && meeting.address() instanceof PhoneNumber number
                && acquaintance.correspondence().address() instanceof BusinessScopedUserId) {
            numbers.put(acquaintance.id(), number);
        }
    }

    /**
     * Takes over what the person called themself then, unless something newer is known.
     *
     * @param profileName null when not told
     */
    public void rename(Meeting meeting, @Nullable String profileName, Instant at) {
        names.rename(acquaintance(meeting), profileName, meeting.identity().username(), at);
    }

    /** Takes over what the person wants of marketing, unless they are known to have said something since. */
    public void prefer(Meeting meeting, MarketingPreference preference) {
        preferences.hear(acquaintance(meeting), preference);
    }

    /** Counts a message where its place was. */
    public void add(Meeting meeting, Message message) {
        Stretch stretch = current.get(acquaintance(meeting).id());
        if (stretch == null || !stretch.id().equals(message.conversationId())) {
            throw new IllegalStateException("a message is counted in the conversation that is its place");
        }
        stretch.add(message, now);
        newThreads.remove(message.threadId());
        threads.add(message);
    }

    /** Writes all that has changed. */
    public void write() {
        Stretch.write(session, stretches);
        writeCorrespondences();
        preferences.write(session);
        names.write(session, now);
        threads.write(session, now);
    }

    private void writeCorrespondences() {
        Map<Acquaintance.Id, Acquaintance> sorted = new TreeMap<>();
        acquaintances.values().forEach(acquaintance -> sorted.put(acquaintance.id(), acquaintance));
        List<List<@Nullable Object>> changed = new ArrayList<>();
        sorted.forEach((id, acquaintance) -> {
            Stretch stretch = current.get(id);
            ServiceWindow window = windows.get(id);
            boolean moved = stretch != null && stretch.isFresh();
            boolean windowChanged = window != null && !window.equals(acquaintance.window());
            Address address = numbers.getOrDefault(id, acquaintance.correspondence().address());
            if (moved || windowChanged || numbers.containsKey(id)) {
                List<@Nullable Object> values = new ArrayList<>();
                values.add(stretch == null ? null : stretch.id());
                values.addAll(Windows.values(window));
                values.add(AddressKind.of(address));
                values.add(address.value());
                values.add(id.project().value());
                values.add(id.id());
                changed.add(values);
            }
        });
        session.together(
                """
                update correspondence
                set conversation_id = ?, window_id = ?, window_started_at = ?, window_expires_at = ?, address_kind = ?, address = ?
                where project_id = ? and id = ?""",
                changed);
    }

    private Channel channel(Meeting meeting) {
        return meetings.getOrDefault(meeting.key(), meeting).endpoint().channel();
    }

    private Acquaintance acquaintance(Meeting meeting) {
        Acquaintance acquaintance = acquaintances.get(meeting.key());
        if (acquaintance == null) {
            throw new IllegalStateException("a meeting that these talks were not opened with");
        }
        return acquaintance;
    }
}
