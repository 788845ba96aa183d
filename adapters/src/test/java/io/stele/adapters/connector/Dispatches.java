package io.stele.adapters.connector;

import io.stele.core.address.Address;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Dispatch;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes messages that are on their way to a provider. Safe for several threads. */
public final class Dispatches {

    /** What the messages are sent from. */
    public static final PhoneNumber OWN = new PhoneNumber("+15550100042");

    private static final Scope SCOPE = new Scope(new ProjectId(UUID.randomUUID()), Mode.TEST);

    private final InstantSource clock;
    private final KsuidGenerator ids;

    public Dispatches(InstantSource clock) {
        this.clock = clock;
        this.ids = new KsuidGenerator(clock);
    }

    /** @param whatsapp null on every other channel */
    public Endpoint endpoint(Channel channel, String connector, Endpoint.@Nullable WhatsAppNumber whatsapp) {
        return new Endpoint(
                new EndpointId(ids.next()),
                SCOPE,
                null,
                null,
                channel,
                OWN,
                connector,
                whatsapp,
                "Test",
                clock.instant());
    }

    /** A message that stands alone, at its first attempt. */
    public Dispatch of(Endpoint endpoint, Address to, Content content) {
        return of(endpoint, to, content, Context.NONE, 1);
    }

    public Dispatch of(Endpoint endpoint, Address to, Content content, Context context, int attempt) {
        Instant now = clock.instant();
        return new Dispatch(
                new Message(
                        new MessageId(ids.next()),
                        SCOPE,
                        Direction.OUTBOUND,
                        endpoint.channel(),
                        endpoint.id(),
                        null,
                        OWN,
                        to,
                        content,
                        context,
                        null,
                        Status.SENDING,
                        Timeline.queued(now),
                        null,
                        Cost.UNKNOWN,
                        ChannelDetails.NONE,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        Map.of(),
                        now,
                        now),
                endpoint,
                attempt);
    }
}
