package io.stele.graphstub.graph;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Files, uploaded by a number or sent to it, and the short-lived addresses that they are fetched by. */
public final class MediaStore {

    private static final Duration ADDRESS_LIFETIME = Duration.ofMinutes(5);

    private final Map<String, Media> files = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong(1_037_000_000_000_000L);
    private final byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    private volatile Duration lifetime = ADDRESS_LIFETIME;

    /**
     * A file.
     *
     * @param number the id of the number that it belongs to
     * @param type its media type
     */
    public record Media(String id, String number, String type, byte[] content) {

        public byte[] sha256() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(content);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Keeps a file under an id of its own. */
    public Media put(String number, String type, byte[] content) {
        Media media = new Media(Long.toString(nextId.getAndIncrement()), number, type, content);
        files.put(media.id(), media);
        return media;
    }

    public @Nullable Media get(String id) {
        return files.get(id);
    }

    void remove(String id) {
        files.remove(id);
    }

    /** How long addresses that are given from now on will do. */
    public void lifetime(Duration duration) {
        lifetime = duration;
    }

    public void clear() {
        files.clear();
        lifetime = ADDRESS_LIFETIME;
    }

    /** A new address for a file: a path and query below this server. */
    public String address(Media media) {
        long end = Instant.now().plus(lifetime).toEpochMilli();
        return "/whatsapp_business/attachments/?mid=" + media.id() + "&ext=" + end + "&hash=" + signature(media.id(), end);
    }

    /** The file at an address; null when it is gone, or the address is old or made up. */
    @Nullable Media at(Map<String, String> parameters) {
        String id = parameters.getOrDefault("mid", "");
        String hash = parameters.getOrDefault("hash", "");
        try {
            long end = Long.parseLong(parameters.getOrDefault("ext", ""));
            boolean good = Instant.now().toEpochMilli() < end
                    && MessageDigest.isEqual(
                            signature(id, end).getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8));
            return good ? files.get(id) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private String signature(String id, long end) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((id + "." + end).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
