package io.stele.server.api.events;

import io.stele.server.http.AnyKeyFlavour;
import jakarta.inject.Singleton;

/** Speaks for the event log. */
@Singleton
final class EventsFlavour extends AnyKeyFlavour {

    EventsFlavour() {
        super(7, "events");
    }
}
