package io.stele.core.channel;

import io.stele.core.project.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The senders of projects as they are now, and how they change. Another scope's are never found. */
public interface SenderBook {

    /** All of the scope, oldest first. */
    List<Sender> senders(Scope scope);

    /** The sender with this id. */
    Optional<Sender> sender(Scope scope, SenderId id);

    /**
     * Keeps a new sender, durably, which uses these endpoints from then on. The first of a scope becomes its default; one that wants to be the
     * default takes over from the one before.
     *
     * @return the sender as it was kept; empty, and nothing is kept, when one of the endpoints is gone or another sender uses it
     */
    Optional<Sender> add(Sender sender, Collection<EndpointId> endpoints);

    /**
     * Changes a sender, durably. One that becomes the default takes over from the one before.
     *
     * @return the sender as it is then; empty when there is none
     */
    Optional<Sender> change(Scope scope, SenderId id, SenderChange change);

    /** Removes a sender, durably, unless it is the default. No sender uses its endpoints then; what it said stays, and its webhook goes with it. */
    Removal remove(Scope scope, SenderId id);

    /** What became of a removal. */
    enum Removal {
        REMOVED,
        /** It is the default, and stays. */
        REFUSED,
        UNKNOWN
    }
}
