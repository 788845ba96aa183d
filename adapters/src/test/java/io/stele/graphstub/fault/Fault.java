package io.stele.graphstub.fault;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A fault that waits for a request. It meets only requests that would have been accepted: a request that is wrong gets its
 * refusal, and the fault waits on. The exception is {@link Ending#CLOSED_UNREAD}, which meets whatever comes.
 *
 * @param endpoint {@code messages}, {@code read}, {@code upload}, {@code media}, {@code download}, {@code number},
 *     {@code numbers}, {@code subscription}, or {@code any}
 * @param recipient the digits or id of the only recipient that it meets; null for every one
 * @param times how many requests it meets
 * @param taken whether the request is carried out, and is in the ledger as accepted, all the same
 * @param delay how long the answer waits
 * @param headers further headers of the answer, such as {@code Retry-After}
 * @param error the error that is answered, with {@link Ending#ERROR} only
 * @param status the status, with {@link Ending#PAGE} only
 * @param between how long each byte waits, with {@link Ending#SLOW} only
 */
public record Fault(
        String endpoint,
        @Nullable String recipient,
        long times,
        boolean taken,
        Duration delay,
        Map<String, String> headers,
        Ending ending,
        @Nullable ScriptedError error,
        int status,
        Duration between) {

    private static final Duration SLOW = Duration.ofMillis(20);
    private static final Set<String> ENDPOINTS =
            Set.of("messages", "read", "upload", "media", "download", "number", "numbers", "subscription", "any");

    /** @throws IllegalArgumentException when it says what no fault can do */
    public Fault {
        if (!ENDPOINTS.contains(endpoint)) {
            throw new IllegalArgumentException("endpoint must be one of " + new TreeSet<>(ENDPOINTS));
        }
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more");
        }
        if (ending == Ending.ERROR && error == null) {
            throw new IllegalArgumentException("error is missing");
        }
        if (ending == Ending.CLOSED_UNREAD && (recipient != null || taken || endpoint.equals("read"))) {
            throw new IllegalArgumentException("who does not read takes nothing, and knows neither recipient nor read mark");
        }
        if (ending.isGood() && !taken) {
            throw new IllegalArgumentException("who answers as if all were well has taken the request");
        }
    }

    /** How the exchange ends. */
    public enum Ending {
        /** The answer as it would have been; for delays. */
        ANSWER,
        /** An error of the Graph API. */
        ERROR,
        /** An HTML page, as a proxy in between would send. */
        PAGE,
        /** Status 200 and half of a JSON text, of the length that was promised. */
        MALFORMED,
        /** Status 200 and an object without members. */
        EMPTY,
        /** A good answer's head and half of its body, then the connection closes. */
        HALF,
        /** A good answer, byte by byte. */
        SLOW,
        /** A good answer with a promise of more than it has, then the connection closes. */
        TOO_SHORT,
        /** A good answer with a promise of less than it has, then the connection closes. */
        TOO_LONG,
        /** No answer: the connection closes. */
        CLOSED,
        /** No answer: the connection is reset. */
        RESET,
        /** The connection closes before the body is read; the ledger knows nothing of it. */
        CLOSED_UNREAD;

        /** Whether the answer is made from one that says that the request was taken. */
        boolean isGood() {
            return switch (this) {
                case ANSWER, MALFORMED, HALF, SLOW, TOO_SHORT, TOO_LONG -> true;
                case ERROR, PAGE, EMPTY, CLOSED, RESET, CLOSED_UNREAD -> false;
            };
        }
    }

    /** An error to answer, in the Graph API's terms. */
    public record ScriptedError(int status, int code, @Nullable Integer subcode, String title, String details) {}

    /** The next message's exchange ends like this. It is taken if the answer says so, or else only with {@link #butTaken}. */
    public static Fault of(Ending ending) {
        return new Fault("messages", null, 1, ending.isGood(), Duration.ZERO, Map.of(), ending, null, 200, SLOW);
    }

    /** An error of the Graph API; the message is not taken. */
    public static Fault error(int status, int code, String title, String details) {
        return new Fault(
                "messages",
                null,
                1,
                false,
                Duration.ZERO,
                Map.of(),
                Ending.ERROR,
                new ScriptedError(status, code, null, title, details),
                200,
                SLOW);
    }

    /** An HTML page with this status; the message is not taken. */
    public static Fault page(int status) {
        return new Fault("messages", null, 1, false, Duration.ZERO, Map.of(), Ending.PAGE, null, status, SLOW);
    }

    /** The good answer, late; the message is taken. */
    public static Fault late(Duration delay) {
        return of(Ending.ANSWER).after(delay);
    }

    /** The good answer, byte by byte; the message is taken. */
    public static Fault slow(Duration between) {
        Fault fault = of(Ending.SLOW);
        return new Fault(
                fault.endpoint, null, 1, true, Duration.ZERO, Map.of(), Ending.SLOW, null, fault.status, between);
    }

    public Fault on(String otherEndpoint) {
        return new Fault(otherEndpoint, recipient, times, taken, delay, headers, ending, error, status, between);
    }

    public Fault to(String onlyRecipient) {
        return new Fault(endpoint, onlyRecipient, times, taken, delay, headers, ending, error, status, between);
    }

    public Fault times(long requests) {
        return new Fault(endpoint, recipient, requests, taken, delay, headers, ending, error, status, between);
    }

    public Fault butTaken() {
        return new Fault(endpoint, recipient, times, true, delay, headers, ending, error, status, between);
    }

    public Fault after(Duration otherDelay) {
        return new Fault(endpoint, recipient, times, taken, otherDelay, headers, ending, error, status, between);
    }

    public Fault with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Fault(endpoint, recipient, times, taken, delay, more, ending, error, status, between);
    }

    /** The form in which the control interface takes it. */
    public Map<String, Object> members() {
        return Json.members(
                "endpoint", endpoint,
                "recipient", recipient,
                "times", times,
                "taken", taken,
                "delay_millis", delay.toMillis(),
                "headers", headers.isEmpty() ? null : headers,
                "ending", ending.name(),
                "error",
                        error == null
                                ? null
                                : Json.members(
                                        "status", error.status(),
                                        "code", error.code(),
                                        "subcode", error.subcode(),
                                        "title", error.title(),
                                        "details", error.details()),
                "status", status,
                "between_millis", between.toMillis());
    }

    /** Reads what {@link #members} wrote. */
    public static Fault from(Members members) {
        Ending ending = Ending.valueOf(members.text("ending"));
        Members error = members.optionalMembers("error");
        Members headers = members.optionalMembers("headers");
        Map<String, String> further = new LinkedHashMap<>();
        if (headers != null) {
            headers.all().forEach((name, value) -> further.put(name, String.valueOf(value)));
        }
        return new Fault(
                members.text("endpoint", "messages"),
                members.optionalText("recipient"),
                members.number("times", 1),
                members.flag("taken", ending.isGood()),
                Duration.ofMillis(members.number("delay_millis", 0)),
                further,
                ending,
                error == null ? null : scripted(error),
                (int) members.number("status", 200),
                Duration.ofMillis(members.number("between_millis", SLOW.toMillis())));
    }

    private static ScriptedError scripted(Members error) {
        long subcode = error.number("subcode", 0);
        return new ScriptedError(
                (int) error.number("status", 400),
                (int) error.number("code", 1),
                subcode == 0 ? null : (int) subcode,
                error.text("title", "Something went wrong"),
                error.text("details", ""));
    }
}
