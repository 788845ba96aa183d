package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/**
 * What the channel itself has to say, for example that a person changed their number.
 *
 * @param kind the channel's own word, for example {@code user_changed_number}; null when not given
 * @param newUserId the person's new {@code wa_id}; null when the note is about something else
 * @param details the rest of the note as it came
 */
public record SystemNote(
        @Nullable String kind, @Nullable String body, @Nullable String newUserId, Json.Members details)
        implements Content {}
