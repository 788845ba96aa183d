package io.stele.server.store.media;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.Direction;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.Message;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notes the files of messages from people, within the transaction that takes the messages in. */
public final class NewFiles {

    private static final int LONGEST_ID = 512;
    private static final int LONGEST_TEXT = 1024;
    private static final int HASH_BYTES = 32;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{64}");

    private record Key(UUID project, Ksuid endpoint, String name) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::project).thenComparing(Key::endpoint).thenComparing(Key::name);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private NewFiles() {}

    /**
     * Notes the file of each message that is one, if the provider keeps it and no link leads to it, so that it is fetched. One that was noted before
     * stays as it is.
     */
    public static void note(Session session, Collection<Message> messages, Supplier<Ksuid> ids, Instant now) {
        Map<Key, List<@Nullable Object>> rows = new TreeMap<>();
        for (Message message : messages) {
            if (message.direction() == Direction.INBOUND && message.content() instanceof Media media) {
                String name = media.file().id();
                if (name != null && isStorable(name) && media.file().link() == null) {
                    Key key = new Key(message.scope().project().value(), message.endpoint().value(), name);
                    rows.putIfAbsent(key, values(key, message, media, ids.get(), now));
                }
            }
        }
        if (!rows.isEmpty()) {
            session.insertAll(
                    """
                    insert into media (project_id, id, mode, endpoint_id, provider_media_id, kind, mime_type, file_size, sha256,
                                       file_name, status, attempts, due_at, fence, received_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, null, ?)""",
                    new ArrayList<>(rows.values()));
            session.raise(Signal.MEDIA_RECEIVED);
        }
    }

    private static List<@Nullable Object> values(Key key, Message message, Media media, Ksuid id, Instant now) {
        MediaFile file = media.file();
        return Arrays.asList(
                key.project(),
                id,
                message.scope().mode(),
                key.endpoint(),
                key.name(),
                media.kind(),
                bounded(file.mimeType()),
                file.size(),
                hash(file.sha256()),
                bounded(media.filename()),
                FileRow.Status.PENDING,
                now,
                now);
    }

    /** What a column cannot hold as it is names nothing that a provider has. */
    private static boolean isStorable(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_ID
                && name.chars().noneMatch(character -> character == 0 || Character.isSurrogate((char) character));
    }

    private static @Nullable String bounded(@Nullable String text) {
        return text == null || text.length() > LONGEST_TEXT ? null : text;
    }

    /** In lower-case hexadecimal; providers also tell it in Base64. Null when it is no such hash. */
    private static @Nullable String hash(@Nullable String told) {
        if (told == null || HEXADECIMAL.matcher(told).matches()) {
            return told == null ? null : told.toLowerCase(Locale.ROOT);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(told);
            return bytes.length == HASH_BYTES ? HexFormat.of().formatHex(bytes) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
