package io.stele.core.event;

import io.stele.core.project.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The events of a project, one log for each mode. Positions are whole numbers from 1, without gaps, in an order in which
 * what caused another thing stands before it.
 *
 * <p>An event shows itself only when every earlier one has: whoever reads on after the last position that they have seen
 * gets each event exactly once.
 */
public interface EventLog {

    /** The events after this position, in their order, at most {@code limit}; 0 is before the first. */
    List<LoggedEvent> after(Scope scope, long position, int limit);

    /** Where the log begins and ends now. */
    Extent extent(Scope scope);

    /** The position of the newest event of each of these logs; 0 where there has been none. One question, however many they are. */
    Map<Scope, Long> ends(Collection<Scope> scopes);

    /**
     * What the log holds.
     *
     * @param first the position of the oldest event that is kept; one more than {@code last} when none is
     * @param last the position of the newest event; 0 when there has been none
     */
    record Extent(long first, long last) {

        /** Whether everything after this position is still there. */
        public boolean reachesBackTo(long position) {
            return position >= first - 1;
        }
    }
}
