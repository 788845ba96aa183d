package io.stele.graphstub.client;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of the ledger. */
public record LedgerLine(Members members) {

    public long index() {
        return members.number("index", 0);
    }

    public Instant at() {
        return Instant.parse(members.text("at"));
    }

    /** {@code request}, {@code callback} or {@code reset}. */
    public String kind() {
        return members.text("kind");
    }

    /** Of a request: {@code messages}, {@code read}, {@code upload}, {@code media}, {@code download} and so on. */
    public String endpoint() {
        return members.text("endpoint", "");
    }

    /** Of a request: {@code accepted}, {@code served}, {@code refused} or {@code faulted}. */
    public String verdict() {
        return members.text("verdict", "");
    }

    /** Of a request: {@code right}, {@code wrong} or {@code absent}. */
    public String token() {
        return members.text("token", "");
    }

    /** The body as it came, or was sent; null for one that is no text. */
    public @Nullable String body() {
        return members.optionalText("body");
    }

    /** The body as an object. */
    public Members json() {
        return Members.of(Json.read(Objects.requireNonNull(body())));
    }

    /** The id that an accepted message was given; null for all else. */
    public @Nullable String wamid() {
        return members.optionalText("wamid");
    }

    /** The digits or id of whom a message is for; null for all else. */
    public @Nullable String recipient() {
        return members.optionalText("recipient");
    }

    /** The sender's own note on a message; null without one. */
    public @Nullable String callbackData() {
        return members.optionalText("biz_opaque_callback_data");
    }

    /** The code of the error that a refused request was answered with; 0 for all else. */
    public long code() {
        Members reason = members.optionalMembers("reason");
        return reason == null ? 0 : reason.number("code", 0);
    }

    /** What a callback was answered with; 0 for no answer, and for all else. */
    public long status() {
        return members.number("status", 0);
    }

    /** Of a callback: which attempt at its body it was, from 1. */
    public long attempt() {
        return members.number("attempt", 0);
    }
}
