package io.stele.server.api.events;

import io.stele.core.event.EventLog;
import io.stele.core.event.LoggedEvent;
import io.stele.core.project.Scope;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads a log in such a way that what has been deleted is never passed over in silence. */
@Singleton
final class LogReading {

    private final EventLog log;

    LogReading(EventLog log) {
        this.log = log;
    }

    /** What a log has after a position. */
    sealed interface Found {}

    /** All that comes next, up to a number of events. */
    record Page(List<LoggedEvent> events, EventLog.Extent extent) implements Found {}

    /** Some of what comes next is not kept any more. */
    record Expired(EventLog.Extent extent) implements Found {}

    /** What comes after the position. The log is read before its extent: what has been deleted by then shows. */
    Found after(Scope scope, long position, int limit) {
        List<LoggedEvent> events = log.after(scope, position, limit);
        EventLog.Extent extent = log.extent(scope);
        return extent.reachesBackTo(position) ? new Page(events, extent) : new Expired(extent);
    }

    /** Where the log begins and ends. */
    EventLog.Extent extent(Scope scope) {
        return log.extent(scope);
    }
}
