package io.stele.graphstub.fault;

import io.stele.graphstub.check.Recipient;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults in waiting; the oldest that fits is met first. */
public final class Faults {

    private final List<Waiting> waiting = new ArrayList<>();

    private static final class Waiting {
        private final Fault fault;
        private long left;

        private Waiting(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }

    public synchronized void add(Fault fault) {
        waiting.add(new Waiting(fault));
    }

    /** The next fault that does not even read the request, if it is that one's turn; it is used up by this. */
    public synchronized @Nullable Fault takeUnread(String endpoint) {
        return take(fault -> fault.ending() == Fault.Ending.CLOSED_UNREAD && fits(fault, endpoint));
    }

    /** The next fault for a request that was read; it is used up by this. */
    public synchronized @Nullable Fault take(String endpoint, @Nullable String recipient) {
        return take(fault -> fault.ending() != Fault.Ending.CLOSED_UNREAD
                && fits(fault, endpoint)
                && (fault.recipient() == null
                        || Objects.equals(Recipient.idOf(fault.recipient()), recipient)));
    }

    /** How many requests will still be met. */
    public synchronized long left() {
        return waiting.stream().mapToLong(each -> each.left).sum();
    }

    public synchronized void clear() {
        waiting.clear();
    }

    private @Nullable Fault take(Predicate<Fault> fits) {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting each = all.next();
            if (fits.test(each.fault)) {
                each.left--;
                if (each.left <= 0) {
                    all.remove();
                }
                return each.fault;
            }
        }
        return null;
    }

    private static boolean fits(Fault fault, String endpoint) {
        return "any".equals(fault.endpoint()) || fault.endpoint().equals(endpoint);
    }
}
