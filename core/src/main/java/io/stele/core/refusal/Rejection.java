package io.stele.core.refusal;

import io.stele.core.channel.Channel;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import java.time.Duration;
import java.util.List;

/** A reason for which the domain refuses. Nothing has been changed when one is given. */
public sealed interface Rejection {

    /**
     * A part of the request breaks a rule.
     *
     * @param positions where in its lists the field stands, outermost first; empty for a field outside of any list
     * @param reason what is wrong, as a sentence's predicate: {@code must have at most 20 characters}
     */
    record InvalidField(Field field, List<Integer> positions, String reason) implements Rejection {
        public InvalidField {
            positions = List.copyOf(positions);
        }

        public InvalidField(Field field, String reason) {
            this(field, List.of(), reason);
        }
    }

    /** There is no such thing in the caller's scope, or it belongs to another. */
    record NotFound(Resource resource, String id) implements Rejection {}

    /** Free-form WhatsApp outside of the 24-hour window. */
    record WindowClosed() implements Rejection {}

    /** The person has asked the endpoint to stop marketing, and this is some. */
    record MarketingStopped() implements Rejection {}

    /** The sender has no endpoint on this channel. */
    record ChannelNotAvailable(Channel channel) implements Rejection {}

    /** No channel of the sender can carry the message. */
    record NoChannel(String reason) implements Rejection {}

    /** The endpoint that would have to send, or to mark, has been disconnected. */
    record EndpointDisconnected() implements Rejection {}

    /** The number is connected already: here, or in another project. */
    record AlreadyConnected(String phoneNumberId) implements Rejection {}

    /** The recipient is the very number that would send. */
    record RecipientIsSender() implements Rejection {}

    /** The channel does not carry this kind of content. */
    record ContentNotSupported(Channel channel, ContentKind kind) implements Rejection {}

    /** The thing is there, but not in a state in which this can be done. */
    record WrongState(String reason) implements Rejection {}

    /**
     * The idempotency key was used for another request.
     *
     * @param original the message that was made then, as it stands now
     */
    record IdempotencyKeyReused(String key, Message original) implements Rejection {

        /** Names the message only: what it says is nobody's who reads a log. */
        @Override
        public String toString() {
            return "IdempotencyKeyReused[key=" + key + ", original=" + original.id() + "]";
        }
    }

    /** The thing is there, but what was asked of it is still on its way. */
    record NotYetHere(Duration retryAfter) implements Rejection {}

    /** More is waiting than the server wants to hold. */
    record Overloaded(Duration retryAfter) implements Rejection {}

    /** The provider, which had to be asked at once, refuses. */
    record ProviderRefused(Failure failure) implements Rejection {}

    /** The provider, which had to be asked at once, does not answer or asks to wait. */
    record ProviderUnavailable(Duration retryAfter) implements Rejection {}

    /** What a {@link NotFound} did not find. */
    enum Resource {
        MESSAGE,
        THREAD,
        CONVERSATION,
        CONTACT,
        SENDER,
        ENDPOINT,
        TEMPLATE,
        ATTACHMENT,
        MEDIA,
        CUSTOMER,
        APP,
        WEBHOOK,
        WEBHOOK_DELIVERY
    }
}
