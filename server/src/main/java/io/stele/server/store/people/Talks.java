package io.stele.server.store.people;

import io.stele.core.channel.Channel;
import io.stele.core.event.ConversationStarted;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Message;
import io.stele.core.message.ServiceWindow;
import io.stele.server.store.event.NewEvents;
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
    private final List<Stretch> stretches = new ArrayList<>();
    private final ThreadCounts threads = new ThreadCounts();
    private final Names names;
    private final Set<UUID> newThreads;

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
        this.meetings = meetings;
        locked.forEach(acquaintance -> {
            acquaintances.put(acquaintance.key(), acquaintance);
            ServiceWindow window = acquaintance.window();
            if (window != null) {
                windows.put(acquaintance.id(), window);
            }
        });
        this.current = Stretch.newest(session, locked);
        stretches.addAll(current.values());
        this.names = Names.of(session, locked, introduced.newOnWhatsApp(), events);
    }

    /**
     * Introduces those who have not met, and locks the correspondences of all until the end of the transaction.
     *
     * @param events where what happens to people and conversations is noted; to be written by the caller
     */
    public static Talks open(Session session, Collection<Meeting> everyone, Instant now, NewEvents events) {
        Map<Meeting.Key, Meeting> meetings = byKey(everyone);
        Introduced introduced = introduced(session, meetings, now, events);
        List<Acquaintance> locked = Acquaintance.lock(
                session,
                introduced.acquaintances().stream().map(Acquaintance::id).toList());
        return new Talks(session, meetings, locked, introduced, now, events);
    }

    /** Introduces those who have not met, and locks nobody. */
    public static Introduced introduce(
            Session session, Collection<Meeting> everyone, Instant now, NewEvents events) {
        return introduced(session, byKey(everyone), now, events);
    }

    private static Map<Meeting.Key, Meeting> byKey(Collection<Meeting> everyone) {
        Map<Meeting.Key, Meeting> meetings = new LinkedHashMap<>();
        everyone.forEach(meeting -> meetings.putIfAbsent(meeting.key(), meeting));
        return meetings;
    }

    private static Introduced introduced(
            Session session, Map<Meeting.Key, Meeting> meetings, Instant now, NewEvents events) {
        List<Acquaintance> known = Acquaintance.among(session, meetings.values());
        if (known.size() == meetings.size()) {
            return new Introduced(known, Set.of(), Set.of());
        }
        Map<Meeting.Key, Meeting> strangers = new LinkedHashMap<>(meetings);
        known.forEach(acquaintance -> strangers.remove(acquaintance.key()));
        Introductions introductions = new Introductions(session, now, events);
        introductions.introduce(List.copyOf(strangers.values()));
        return new Introduced(
                Acquaintance.among(session, meetings.values()),
                introductions.newOnWhatsApp(),
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

    /** Takes over what the person calls themself. */
    public void rename(Meeting meeting, String profileName) {
        names.rename(acquaintance(meeting), profileName);
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
            if (moved || windowChanged) {
                List<@Nullable Object> values = new ArrayList<>();
                values.add(stretch == null ? null : stretch.id());
                values.addAll(Windows.values(window));
                values.add(id.project().value());
                values.add(id.id());
                changed.add(values);
            }
        });
        session.batch(
                """
                update correspondence
                set conversation_id = ?, window_id = ?, window_started_at = ?, window_expires_at = ?
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
