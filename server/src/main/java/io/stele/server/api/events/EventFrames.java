package io.stele.server.api.events;

import io.stele.core.event.EventKind;
import io.stele.core.event.LoggedEvent;
import io.stele.server.store.json.JsonText;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes server-sent events, as the HTML standard has them. */
@Singleton
final class EventFrames {

    private static final byte[] HEARTBEAT = utf8(": still here\n\n");
    private static final long RETRY_MILLIS = 2_000;

    private final EventForms forms;

    EventFrames(EventForms forms) {
        this.forms = forms;
    }

    /**
     * How a stream begins: after how long to come again when it breaks off, and after which position it goes on, which a client remembers though
     * it is no event. So nothing is missed either when it breaks off before the first one.
     */
    byte[] opening(long position) {
        return utf8("retry: " + RETRY_MILLIS + "\nid: " + position + "\n\n");
    }

    /** A comment, which no client takes for an event. */
    byte[] heartbeat() {
        return HEARTBEAT.clone();
    }

    /** These events, one after the other. */
    byte[] of(List<LoggedEvent> events) {
        StringBuilder text = new StringBuilder();
        for (LoggedEvent event : events) {
            text.append("id: ").append(event.position());
            text.append("\nevent: ").append(EventKind.of(event.event()).word());
            text.append("\ndata: ").append(JsonText.write(forms.of(event))).append("\n\n");
        }
        return utf8(text.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
