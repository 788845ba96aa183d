package io.stele.core.example;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.SenderId;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.project.Scope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes messages of the example project; each starts as a text that waits to go out on WhatsApp and says only what a test is about. */
public final class MessageBuilder {

    private static final UUID ID = new UUID(0, 3);

    private MessageId id = Examples.messageId(1);
    private Scope scope = Examples.SCOPE;
    private Direction direction = Direction.OUTBOUND;
    private Channel channel = Channel.WHATSAPP;
    private @Nullable SenderId sender = Examples.SENDER_ID;
    private Address person = Examples.THEIRS;
    private Content content = Text.of("Hello");
    private @Nullable String providerMessageId;
    private boolean fallback;
    private @Nullable MessageId continues;
    private @Nullable Status status;
    private @Nullable Timeline timeline;

    private MessageBuilder() {}

    public static MessageBuilder message() {
        return new MessageBuilder();
    }

    public MessageBuilder id(MessageId other) {
        id = other;
        return this;
    }

    public MessageBuilder scope(Scope other) {
        scope = other;
        return this;
    }

    public MessageBuilder inbound() {
        direction = Direction.INBOUND;
        return this;
    }

    public MessageBuilder on(Channel other) {
        channel = other;
        return this;
    }

    public MessageBuilder sender(@Nullable SenderId other) {
        sender = other;
        return this;
    }

    public MessageBuilder with(Address other) {
        person = other;
        return this;
    }

    public MessageBuilder saying(Content other) {
        content = other;
        return this;
    }

    public MessageBuilder providerMessageId(@Nullable String other) {
        providerMessageId = other;
        return this;
    }

    public MessageBuilder fallback() {
        fallback = true;
        return this;
    }

    public MessageBuilder continuing(MessageId other) {
        continues = other;
        return this;
    }

    /** How far it has come. */
    public MessageBuilder reached(Status other, Timeline moments) {
        status = other;
        timeline = moments;
        return this;
    }

    public Message build() {
        boolean outbound = direction == Direction.OUTBOUND;
        return new Message(
                id,
                scope,
                direction,
                channel,
                Examples.endpointId(channel),
                sender,
                outbound ? Examples.OURS : person,
                outbound ? person : Examples.OURS,
                content,
                Context.NONE,
                null,
                status != null ? status : outbound ? Status.QUEUED : Status.RECEIVED,
                timeline != null ? timeline : outbound ? Timeline.queued(Examples.NOW) : Timeline.EMPTY,
                null,
                Cost.UNKNOWN,
                ChannelDetails.NONE,
                ID,
                ID,
                ID,
                null,
                null,
                providerMessageId,
                null,
                fallback,
                continues,
                null,
                Map.of(),
                Examples.NOW,
                Examples.NOW);
    }
}
