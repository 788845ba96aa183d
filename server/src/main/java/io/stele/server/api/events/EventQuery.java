package io.stele.server.api.events;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.stele.server.http.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** What a request to the log asks for. A parameter that is empty counts as left out. */
record EventQuery(HttpRequest<?> request) {

    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int LONGEST_WAIT = 30;
    private static final String WHOLE = "\\d{1,18}";

    /**
     * Whether server-sent events are wanted: where {@code Accept} names them, and nothing that it likes as much before them.
     */
    boolean wantsStream() {
        return request.accept().stream().findFirst().filter(MediaType.TEXT_EVENT_STREAM_TYPE::equals).isPresent();
    }

    /** After which position a page begins. */
    long after() {
        return parameter("after").orElse(0);
    }

    /** After which position a stream begins; empty when the request names none. {@code Last-Event-ID} wins. */
    OptionalLong resumesAfter() {
        String last = request.getHeaders().get("Last-Event-ID");
        return last == null || last.isBlank()
                ? parameter("after")
                : OptionalLong.of(number("Last-Event-ID", last, 0, Long.MAX_VALUE));
    }

    /** How many events a page has at most. */
    int limit() {
        return Math.toIntExact(parameter("limit", 1, MOST).orElse(USUAL));
    }

    /** How long an empty page may wait for an event. */
    Duration patience() {
        return Duration.ofSeconds(parameter("wait", 0, LONGEST_WAIT).orElse(0));
    }

    /**
     * Refuses a position that the log has not come to: whoever has it has it from another log, and would wait in vain.
     *
     * @param last the newest position
     */
    void refuseBeyond(long position, long last) {
        if (position > last) {
            throw bad(
                    request.getHeaders().contains("Last-Event-ID") && wantsStream() ? "Last-Event-ID" : "after",
                    "must be a position of this log, which goes as far as " + last);
        }
    }

    private OptionalLong parameter(String name) {
        return parameter(name, 0, Long.MAX_VALUE);
    }

    private OptionalLong parameter(String name, long least, long most) {
        List<String> values = request.getParameters().getAll(name);
        if (values.size() > 1) {
            throw bad(name, "must be given once");
        }
        return values.isEmpty() || values.getFirst().isBlank()
                ? OptionalLong.empty()
                : OptionalLong.of(number(name, values.getFirst(), least, most));
    }

    private static long number(String name, String text, long least, long most) {
        String stripped = text.strip();
        if (stripped.matches(WHOLE)) {
            long number = Long.parseLong(stripped);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw bad(
                name,
                most == Long.MAX_VALUE
                        ? "must be a position, a whole number from 0"
                        : "must be a whole number from " + least + " to " + most);
    }

    private static RefusedException bad(String name, String reason) {
        return RefusedException.field(name, reason);
    }
}
