package io.stele.adapters.connector.whatsapp;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.http.Download;
import io.stele.adapters.http.Header;
import io.stele.adapters.http.NoAnswer;
import io.stele.adapters.http.NotSent;
import io.stele.core.delivery.Connector;
import io.stele.core.delivery.Connector.MediaSource.Fetch;
import io.stele.core.delivery.Connector.MediaSource.Sink;
import io.stele.core.delivery.Outcome;
import io.stele.core.message.Failure;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files by Meta's id: Graph tells the address, which is good for some minutes, and the file comes from there, with the
 * token once more.
 */
final class MediaDownload {

    /** By this Graph says that it has no such object, or none that the token may see. */
    private static final String NO_SUCH_OBJECT = "100";

    private static final Set<Integer> NOT_NOW = Set.of(404, 408, 410, 421, 425, 429);
    private static final String ANY_TYPE = "application/octet-stream";

    /** What the look-up leaves of the time. */
    private static final Duration TOTAL = Connector.MediaSource.FETCH_DEADLINE.minus(Connector.DEADLINE);

    private final GraphClient graph;

    MediaDownload(GraphClient graph) {
        this.graph = graph;
    }

    /**
     * @param phoneNumberId the number that the file has to belong to
     * @throws IOException as the sink throws it
     */
    Fetch fetch(WhatsAppSettings settings, String phoneNumberId, String mediaId, long mostBytes, Sink sink)
            throws IOException {
        Header authorization = settings.authorization().orElse(null);
        if (authorization == null) {
            return new Fetch.Refused(GraphClient.NOT_CONNECTED);
        }
        return switch (graph.get(settings, mediaId + "?phone_number_id=" + phoneNumberId)) {
            case Verdict.Harmless.Refused(Failure failure) -> failure.code().equals(NO_SUCH_OBJECT)
                    ? new Fetch.Gone()
                    : new Fetch.Refused(failure);
            case Verdict.Harmless.NotNow(Duration after) -> new Fetch.Unavailable(after);
            case Verdict.Harmless.Done(JsonNode file) -> download(authorization, file, mostBytes, sink);
        };
    }

    private Fetch download(Header authorization, JsonNode file, long mostBytes, Sink sink) throws IOException {
        String url = Members.text(file, "url");
        if (url == null) {
            return notNow();
        }
        MessageDigest digest = sha256();
        Download download = graph.download(
                authorization, url, (int) Math.min(mostBytes, Integer.MAX_VALUE), TOTAL, (bytes, offset, length) -> {
                    digest.update(bytes, offset, length);
                    sink.take(bytes, offset, length);
                });
        return switch (download) {
            case Download.Downloaded whole -> fetched(file, whole, digest.digest());
            case Download.TooLarge() -> new Fetch.TooLarge();
            case Download.OtherStatus(int status) -> other(status);
            case NoAnswer _ -> notNow();
            case NotSent notSent -> GraphVerdict.notSent(notSent) instanceof Outcome.Refused(Failure failure)
                    ? new Fetch.Refused(failure)
                    : notNow();
        };
    }

    private static Fetch fetched(JsonNode file, Download.Downloaded whole, byte[] sha256) {
        String told = Members.text(file, "sha256");
        if (told != null && !isHash(told, sha256)) {
            return notNow();
        }
        String type = Members.text(file, "mime_type");
        if (type == null) {
            type = whole.contentType() == null ? ANY_TYPE : whole.contentType();
        }
        return new Fetch.Fetched(type, whole.size(), HexFormat.of().formatHex(sha256), null);
    }

    /** The look-up has it in hexadecimal, webhooks have it in Base64. */
    private static boolean isHash(String told, byte[] sha256) {
        return told.equalsIgnoreCase(HexFormat.of().formatHex(sha256))
                || told.equals(Base64.getEncoder().encodeToString(sha256));
    }

    /** Where the address has grown old, a new look-up gives another, or says that the file is gone. */
    private static Fetch other(int status) {
        return NOT_NOW.contains(status) || status >= 500
                ? notNow()
                : new Fetch.Refused(
                        new Failure("HTTP_" + status, "The provider does not give the file", "HTTP status " + status));
    }

    private static Fetch notNow() {
        return new Fetch.Unavailable(Verdict.PAUSE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
