package io.stele.server.store.people;

import io.stele.server.store.sql.Session;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * People who have met, or have now been introduced.
 *
 * @param acquaintances the correspondences of all, which are not locked
 * @param newOnWhatsApp the contacts about whom something is left to be noted
 * @param newThreads the threads that were made for it
 */
public record Introduced(List<Acquaintance> acquaintances, Set<RowId> newOnWhatsApp, Set<UUID> newThreads) {

    /** Notes what is left. The caller has locked the correspondences. */
    public void note(Session session) {
        Names.noteOnWhatsApp(session, newOnWhatsApp);
    }
}
