package io.stele.adapters.zavu;

import io.stele.core.channel.Channel;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Status;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words that Zavu has for what the domain counts up (contract §2.1). */
public final class ZavuNames {

    /** The channel that leaves the choice to the server. */
    public static final String AUTOMATIC = "auto";

    private ZavuNames() {}

    /** The channel's name. */
    public static String name(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    /** The channel of this name; empty for any other text, also for {@code auto}. */
    public static Optional<Channel> channel(String name) {
        return Arrays.stream(Channel.values())
                .filter(channel -> name(channel).equals(name))
                .findFirst();
    }

    /** The status's name. */
    public static String name(Status status) {
        return switch (status) {
            case HELD -> "pending_url_verification";
            case QUEUED -> "queued";
            case SENDING -> "sending";
            case SENT -> "sent";
            case FAILED -> "failed";
            case DELIVERED -> "delivered";
            case READ -> "read";
            case RECEIVED -> "received";
        };
    }

    /** The status of this name; empty for any other text. */
    public static Optional<Status> status(String name) {
        return Arrays.stream(Status.values())
                .filter(status -> name(status).equals(name))
                .findFirst();
    }

    /** The direction's name. */
    public static String name(Direction direction) {
        return switch (direction) {
            case INBOUND -> "inbound";
            case OUTBOUND -> "outbound";
        };
    }

    static String name(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> "image";
            case VIDEO -> "video";
            case AUDIO -> "audio";
            case DOCUMENT -> "document";
            case STICKER -> "sticker";
        };
    }

    /** The name of a quoted message's kind. Which interactive type it was is not known of a quote. */
    static String name(ContentKind kind) {
        return switch (kind) {
            case IMAGE -> "image";
            case VIDEO -> "video";
            case AUDIO -> "audio";
            case DOCUMENT -> "document";
            case STICKER -> "sticker";
            case LOCATION -> "location";
            case CONTACTS -> "contact";
            case REACTION -> "reaction";
            case TEMPLATE -> "template";
            case INTERACTIVE -> "interactive";
            case TEXT, BUTTON, ORDER, EMAIL, SPEECH, SYSTEM, UNSUPPORTED -> "text";
        };
    }

    /** The kind of a quoted message by its name; empty for a name that says nothing certain. */
    static Optional<ContentKind> kind(String name) {
        return switch (name) {
            case "buttons", "list", "cta_url", "location_request", "request_contact_info" ->
                Optional.of(ContentKind.INTERACTIVE);
            default ->
                Arrays.stream(ContentKind.values())
                        .filter(kind -> name(kind).equals(name))
                        .findFirst();
        };
    }
}
