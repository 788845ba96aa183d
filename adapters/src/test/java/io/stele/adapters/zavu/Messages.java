package io.stele.adapters.zavu;

import io.stele.core.address.Address;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Referral;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages of the domain, with only what matters named. */
final class Messages {

    static final MessageId ID = new MessageId(new Ksuid(1, 2, 3));
    static final Address CUSTOMER = new PhoneNumber("+15550102233");
    static final Address OURS = new PhoneNumber("+15550100001");
    static final UUID THREAD = new UUID(5, 5);
    static final UUID SENDER = new UUID(6, 6);
    private static final Instant CREATED = Instant.parse("2026-03-02T08:15:00Z");
    private static final Instant UPDATED = Instant.parse("2026-03-02T08:15:01.250987Z");

    private Messages() {}

    static Message outbound(Content content, Status status) {
        return message(content, Direction.OUTBOUND, status, Context.NONE, null, null, Cost.UNKNOWN, Map.of(), null);
    }

    static Message inbound(Content content, Context context, @Nullable Referral referral) {
        return message(
                content, Direction.INBOUND, Status.RECEIVED, context, referral, null, Cost.UNKNOWN, Map.of(), "wamid.A");
    }

    static Message message(
            Content content,
            Direction direction,
            Status status,
            Context context,
            @Nullable Referral referral,
            @Nullable Failure failure,
            Cost cost,
            Map<String, String> metadata,
            @Nullable String providerMessageId) {
        boolean outbound = direction == Direction.OUTBOUND;
        return new Message(
                ID,
                new Scope(new ProjectId(new UUID(1, 1)), Mode.LIVE),
                direction,
                Channel.WHATSAPP,
                new EndpointId(new Ksuid(4, 4, 4)),
                new SenderId(SENDER),
                outbound ? OURS : CUSTOMER,
                outbound ? CUSTOMER : OURS,
                content,
                context,
                referral,
                status,
                Timeline.EMPTY,
                failure,
                cost,
                ChannelDetails.NONE,
                THREAD,
                new UUID(7, 7),
                new UUID(8, 8),
                null,
                null,
                providerMessageId,
                null,
                true,
                null,
                null,
                metadata,
                CREATED,
                UPDATED);
    }
}
