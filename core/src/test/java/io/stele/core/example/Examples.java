package io.stele.core.example;

import io.stele.core.address.Address;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A made-up project with one sender, which has an endpoint on every channel. */
public final class Examples {

    public static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    public static final Scope SCOPE = new Scope(new ProjectId(new UUID(0, 1)), Mode.LIVE);
    public static final SenderId SENDER_ID = new SenderId(new UUID(0, 2));
    public static final Sender SENDER = new Sender(SENDER_ID, SCOPE, "Example", true, NOW);
    public static final PhoneNumber OURS = new PhoneNumber("+34910000001");
    public static final PhoneNumber THEIRS = new PhoneNumber("+34600111222");

    private Examples() {}

    /** The sender's endpoint on this channel. */
    public static Endpoint endpoint(Channel channel) {
        return endpoint(channel, SENDER_ID);
    }

    /** An endpoint on this channel, of that sender or of none. */
    public static Endpoint endpoint(Channel channel, @Nullable SenderId sender) {
        return new Endpoint(
                endpointId(channel),
                SCOPE,
                sender,
                null,
                channel,
                address(channel),
                "fake",
                channel == Channel.WHATSAPP ? new Endpoint.WhatsAppNumber("1001", "2002") : null,
                "Example",
                NOW);
    }

    /** The sender's endpoint on this channel, which has been disconnected. */
    public static Endpoint disconnected(Channel channel) {
        Endpoint endpoint = endpoint(channel);
        return new Endpoint(
                endpoint.id(),
                endpoint.scope(),
                endpoint.sender(),
                endpoint.app(),
                endpoint.channel(),
                endpoint.address(),
                endpoint.connector(),
                endpoint.whatsapp(),
                endpoint.name(),
                endpoint.createdAt(),
                endpoint.customer(),
                NOW,
                NOW);
    }

    public static EndpointId endpointId(Channel channel) {
        return new EndpointId(new Ksuid(1, 0, channel.ordinal()));
    }

    /** Message ids that sort as their numbers do. */
    public static MessageId messageId(long number) {
        return new MessageId(new Ksuid(2, 0, number));
    }

    private static Address address(Channel channel) {
        return switch (channel) {
            case SMS, SMS_ONEWAY, WHATSAPP, VOICE -> OURS;
            case EMAIL -> new EmailAddress("hello@example.com");
            case TELEGRAM, INSTAGRAM, MESSENGER -> new ChatId("34910000001");
        };
    }
}
