package io.stele.server.api.zavu;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.contracts.zavu.ZavuPage;
import io.stele.core.conversation.ConversationKey;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.page.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Pages as Zavu shows them, and the cursors that lead from one to the next. */
final class Pages {

    private static final char SEPARATOR = '-';
    /** The last of the year 9999; nothing of ours is later, and not every database reaches farther. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private Pages() {}

    /** The page, with the cursor of its last row when there are rows after it. */
    static <T, R> ZavuPage<R> of(Page<T> page, Function<T, R> mapping, Function<T, String> cursor) {
        return new ZavuPage<>(
                page.items().stream().map(mapping).toList(),
                page.older() ? cursor.apply(page.items().getLast()) : null);
    }

    /** The cursor of a thread: when it was last active, to the nanosecond, and its id. */
    static String cursor(ConversationThread thread) {
        return text(new ConversationKey(thread.lastActiveAt(), thread.id()));
    }

    /** What {@link #cursor} wrote; empty for any other text. */
    static Optional<ConversationKey> conversationKey(String cursor) {
        String[] parts = cursor.split(String.valueOf(SEPARATOR), -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            long second = Long.parseLong(parts[0], Character.MAX_RADIX);
            int nano = Integer.parseInt(parts[1], Character.MAX_RADIX);
            return second < 0 || second > LAST_SECOND
                    ? Optional.empty()
                    : ZavuIds.uuid(parts[2])
                            .map(id -> new ConversationKey(Instant.ofEpochSecond(second, nano), id))
                            .filter(key -> text(key).equals(cursor));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(ConversationKey key) {
        return Long.toString(key.lastActiveAt().getEpochSecond(), Character.MAX_RADIX)
                + SEPARATOR
                + Integer.toString(key.lastActiveAt().getNano(), Character.MAX_RADIX)
                + SEPARATOR
                + ZavuIds.text(key.id());
    }
}
