package io.stele.server.store.people;

import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * People who have met, or have now been introduced.
 *
 * @param acquaintances the correspondences of all, which are not locked
 * @param notes what is left to be noted
 * @param newThreads the threads that were made for it
 */
public record Introduced(Map<Meeting.Key, Acquaintance> acquaintances, Notes notes, Set<UUID> newThreads) {

    /** Notes what is left. The caller has locked the correspondences. */
    public void note(Session session, Instant now) {
        notes.lockAndWrite(session, now);
    }
}
