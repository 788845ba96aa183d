package io.stele.core.intake;

import io.stele.core.message.MessageReference;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands around the content of a draft, and is stored with it. */
final class DraftRules {

    private static final int LONGEST_CALLBACK_DATA = 512;
    private static final int LONGEST_REFERENCE = 512;
    private static final int MOST_LABELS = 100;
    private static final int LONGEST_LABELS = 65_536;

    private DraftRules() {}

    static Stream<InvalidField> broken(Draft draft) {
        return Check.all(
                callbackData(draft.callbackData()),
                key(draft.idempotency()),
                labels(draft.metadata()),
                quote(draft.quote()));
    }

    private static Stream<InvalidField> callbackData(@Nullable String data) {
        return Check.that(
                data == null || data.length() <= LONGEST_CALLBACK_DATA,
                Field.CALLBACK_DATA,
                "must have at most " + LONGEST_CALLBACK_DATA + " characters");
    }

    private static Stream<InvalidField> key(@Nullable IdempotencyKey key) {
        return key == null
                ? Stream.empty()
                : Check.all(
                        Check.that(
                                !key.key().isBlank() && key.key().length() <= IdempotencyKey.LONGEST,
                                Field.IDEMPOTENCY_KEY,
                                "must have 1 to " + IdempotencyKey.LONGEST + " characters"),
                        Check.that(
                                isKeptAsItIs(key.key()),
                                Field.IDEMPOTENCY_KEY,
                                "must not have the character U+0000 or half of a surrogate pair"));
    }

    /** What no database keeps would make one key of two. */
    private static boolean isKeptAsItIs(String key) {
        return key.codePoints()
                .noneMatch(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static Stream<InvalidField> labels(Map<String, String> labels) {
        int length = labels.entrySet().stream()
                .mapToInt(label -> label.getKey().length() + label.getValue().length())
                .sum();
        return Check.all(
                Check.that(labels.size() <= MOST_LABELS, Field.METADATA, "must have at most " + MOST_LABELS + " labels"),
                Check.that(
                        length <= LONGEST_LABELS,
                        Field.METADATA,
                        "must have at most " + LONGEST_LABELS + " characters in all"));
    }

    private static Stream<InvalidField> quote(@Nullable MessageReference quote) {
        return Check.optional(Field.QUOTE, quote == null ? null : quote.providerMessageId(), LONGEST_REFERENCE);
    }
}
