package io.stele.core.delivery;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Failure;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Message;
import io.stele.core.message.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages to a provider. Sending is all that a connector must do; what else it can, it says by further
 * interfaces: {@link Reconciliation}, {@link ReadMarks}, {@link MediaSource}.
 *
 * <p>Safe for concurrent use. May block, but each call ends within {@link #DEADLINE}: a lane is held for somewhat longer than that, and
 * then another may send its message.
 */
public interface Connector {

    /** How long a call may take. What has not been answered by then is answered with {@link Outcome.Unknown}. */
    Duration DEADLINE = Duration.ofSeconds(20);

    /** What the connector is and takes, as data. */
    Descriptor descriptor();

    /**
     * Sends the message. Never throws for anything that the provider or the network does: that is what the outcomes are
     * for. An exception is a fault of the connector and leaves the outcome in doubt. What the descriptor does not claim is refused
     * before the provider hears of it.
     */
    Outcome send(Dispatch dispatch);

    /**
     * @param name by which endpoints name it
     * @param contents the channels that it serves, with the kinds of content that it carries on each
     * @param doubt what becomes of a message whose outcome stays unknown
     */
    record Descriptor(String name, Map<Channel, Set<ContentKind>> contents, Doubt doubt) {
        public Descriptor {
            contents = Map.copyOf(contents);
        }

        /**
         * Why the connector cannot carry the message: its channel has no such content here, or the content is one that only people
         * send. Empty when it can.
         */
        public Optional<Failure> objection(Dispatch dispatch) {
            Message message = dispatch.message();
            Channel channel = dispatch.endpoint().channel();
            boolean claimed = contents.getOrDefault(channel, Set.of()).contains(message.kind());
            boolean reply = message.content() instanceof Reply;
            return claimed && !reply
                    ? Optional.empty()
                    : Optional.of(new Failure(
                            "CONTENT_NOT_SUPPORTED",
                            "The channel cannot carry this content",
                            "%s carries no %s on %s"
                                    .formatted(name, reply ? "replies" : words(message.kind()), words(channel))));
        }

        private static String words(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A connector that can ask its provider what became of a message. */
    interface Reconciliation {

        /**
         * What became of it; empty when the provider never saw it. {@link Outcome.Throttled} and {@link Outcome.Unavailable} say that
         * the provider cannot be asked now: it is asked again.
         */
        Optional<Outcome> outcomeOf(Dispatch dispatch);
    }

    /** A connector that can tell the person that their message was read, and that an answer is being written. */
    interface ReadMarks {

        /**
         * Marks the message, and those before it, as read. Never throws for anything that the provider or the network does.
         *
         * @param providerMessageId the inbound message
         * @param typing whether to show the typing bubble too
         */
        Marked markRead(Endpoint endpoint, String providerMessageId, boolean typing);

        /** What came of a mark. */
        sealed interface Marked {

            /** The provider has it. Marking again does no harm. */
            record Done() implements Marked {}

            /** The provider will not have it. */
            record Refused(Failure failure) implements Marked {}

            /**
             * The provider could not be reached, had a fault, or asks to wait.
             *
             * @param retryAfter how long to wait before it is worth trying again
             */
            record Unavailable(Duration retryAfter) implements Marked {}
        }
    }

    /** A connector that can fetch a file that the provider keeps, by the provider's id of it. */
    interface MediaSource {

        /** How long fetching a file may take; this call alone is not bound by {@link Connector#DEADLINE}. */
        Duration FETCH_DEADLINE = Duration.ofMinutes(5);

        /**
         * Hands the file on, piece by piece. Never throws for anything that the provider or the network does. Only after {@link Fetch.Fetched} has
         * the sink all of the file, unchanged; after anything else, what it was given is a part and to be thrown away.
         *
         * @param mostBytes how large a file is taken, at least 1
         * @throws IOException as the sink throws it
         */
        Fetch fetch(Endpoint endpoint, Wanted wanted, long mostBytes, Sink sink) throws IOException;

        /** For how long after the message came the provider gives the file. */
        Duration lifetime();

        /**
         * A file, as the message told of it.
         *
         * @param mimeType null when the message did not tell
         */
        record Wanted(String providerMediaId, MediaKind kind, @Nullable String mimeType) {}

        /** Takes a file piece by piece. */
        @FunctionalInterface
        interface Sink {

            /**
             * Takes the next piece. The bytes are the caller's again after the return.
             *
             * @param length at least 1
             * @throws IOException when they cannot be taken, which ends the fetching
             */
            void take(byte[] bytes, int offset, int length) throws IOException;
        }

        /** What came of fetching a file. */
        sealed interface Fetch {

            /**
             * The sink has all of it.
             *
             * @param mimeType as the provider says it
             * @param size in bytes
             * @param sha256 of the bytes that the sink was given, in lower-case hexadecimal; where the provider told the file's hash, it is the same
             * @param fileName as the person's device called it; null when the provider does not tell
             */
            record Fetched(String mimeType, long size, String sha256, @Nullable String fileName) implements Fetch {}

            /** The provider has no such file, or not for this endpoint, or no longer. */
            record Gone() implements Fetch {}

            /** The file has more bytes than are taken. */
            record TooLarge() implements Fetch {}

            /** The provider will not give it. */
            record Refused(Failure failure) implements Fetch {}

            /**
             * The provider could not be reached, had a fault, asks to wait, or the file was damaged on its way.
             *
             * @param retryAfter how long to wait before it is worth trying again
             */
            record Unavailable(Duration retryAfter) implements Fetch {}
        }
    }
}
