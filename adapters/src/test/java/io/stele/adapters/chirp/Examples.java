package io.stele.adapters.chirp;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
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
import io.stele.core.message.ServiceWindow;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages to show. */
final class Examples {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final PhoneNumber BUSINESS = new PhoneNumber("+34910000001");
    static final PhoneNumber CUSTOMER = new PhoneNumber("+34600111222");
    static final Ksuid MESSAGE = ksuid("2wJ0cQ8rTfYk5LmPz3VnBxGhAeS");
    static final Ksuid OTHER_MESSAGE = ksuid("2wJ0jH5tRbNpWxQz8KdLcVmYfGs");
    static final Ksuid ENDPOINT = ksuid("2wHyB1vRk7TnQmZs4LpXcDfGjKa");
    static final Ksuid APP = ksuid("2wHz9Rk3LmNbVcXzQwErTyUiOpA");
    static final Ksuid WINDOW = ksuid("2wJ0cQ8sAaBbCcDdEeFfGgHhIiJ");
    static final ProjectId PROJECT = new ProjectId(new UUID(1, 2));

    private Examples() {}

    static Ksuid ksuid(String text) {
        return Ksuid.parse(text).orElseThrow();
    }

    static Message inbound(Content content) {
        return message(Direction.INBOUND, Mode.LIVE, content, Context.NONE, null, Status.RECEIVED, Timeline.EMPTY, null);
    }

    static Message inbound(Content content, Context context, @Nullable Referral referral) {
        return message(Direction.INBOUND, Mode.LIVE, content, context, referral, Status.RECEIVED, Timeline.EMPTY, null);
    }

    static Message outbound(Mode mode, Content content, Status status, Timeline timeline, @Nullable Failure failure) {
        return message(Direction.OUTBOUND, mode, content, Context.NONE, null, status, timeline, failure);
    }

    private static Message message(
            Direction direction,
            Mode mode,
            Content content,
            Context context,
            @Nullable Referral referral,
            Status status,
            Timeline timeline,
            @Nullable Failure failure) {
        boolean in = direction == Direction.INBOUND;
        return new Message(
                new MessageId(MESSAGE),
                new Scope(PROJECT, mode),
                direction,
                Channel.WHATSAPP,
                new EndpointId(ENDPOINT),
                null,
                in ? CUSTOMER : BUSINESS,
                in ? BUSINESS : CUSTOMER,
                content,
                context,
                referral,
                status,
                timeline,
                failure,
                Cost.UNKNOWN,
                ChannelDetails.NONE,
                new UUID(3, 4),
                new UUID(5, 6),
                new UUID(7, 8),
                "Ana R.",
                new ServiceWindow(WINDOW, NOON, NOON.plus(ServiceWindow.LENGTH)),
                "wamid.provider",
                null,
                false,
                null,
                null,
                Map.of(),
                NOON,
                NOON.plusSeconds(7));
    }
}
