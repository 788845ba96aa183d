package io.stele.adapters.kapso;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.json.JsonRecords;
import io.stele.adapters.json.JsonTexts;
import io.stele.core.address.Address;
import io.stele.core.address.Identity;
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
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages to show, and the beans that show them. */
public final class Samples {

    public static final ApplicationContext BEANS = ApplicationContext.builder()
            .singletons((JsonTexts) Samples::json, (JsonRecords) Samples::tree)
            .start();
    static final MessageResources RESOURCES = BEANS.getBean(MessageResources.class);
    public static final Scope SCOPE = new Scope(new ProjectId(new UUID(1, 1)), Mode.LIVE);
    public static final UUID CONVERSATION = UUID.fromString("7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11");
    public static final EndpointId ENDPOINT = new EndpointId(new Ksuid(1, 2, 3));
    public static final Address OWN = new PhoneNumber("+15550001111");
    public static final Address CUSTOMER = new PhoneNumber("+15551234567");
    public static final Instant AT = Instant.parse("2026-03-02T08:00:00.500Z");

    private Samples() {}

    static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(ObjectMapper.getDefault().readValue(text, Argument.of(JsonNode.class)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonNode tree(Object record) {
        try {
            return ObjectMapper.getDefault().writeValueToTree(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Message outbound(Content content) {
        return message(Direction.OUTBOUND, content, Context.NONE, CUSTOMER, Status.SENT, Timeline.queued(AT), null, null);
    }

    /** Written with WhatsApp's own app. */
    public static Message echo(Content content) {
        return message(
                Direction.OUTBOUND,
                content,
                Context.NONE,
                CUSTOMER,
                Status.SENT,
                Timeline.queued(AT),
                null,
                null,
                new ChannelDetails(ChannelDetails.Origin.DEVICE, Identity.UNKNOWN, List.of()));
    }

    public static Message inbound(Content content) {
        return message(
                Direction.INBOUND, content, Context.NONE, CUSTOMER, Status.RECEIVED, Timeline.EMPTY, null, "wamid.IN");
    }

    public static Message message(
            Direction direction,
            Content content,
            Context context,
            Address person,
            Status status,
            Timeline timeline,
            @Nullable Failure failure,
            @Nullable String providerMessageId) {
        return message(
                direction, content, context, person, status, timeline, failure, providerMessageId, ChannelDetails.NONE);
    }

    static Message message(
            Direction direction,
            Content content,
            Context context,
            Address person,
            Status status,
            Timeline timeline,
            @Nullable Failure failure,
            @Nullable String providerMessageId,
            ChannelDetails details) {
        boolean inbound = direction == Direction.INBOUND;
        return new Message(
                new MessageId(new Ksuid(7, 8, 9)),
                SCOPE,
                direction,
                Channel.WHATSAPP,
                ENDPOINT,
                null,
                inbound ? person : OWN,
                inbound ? OWN : person,
                content,
                context,
                null,
                status,
                timeline,
                failure,
                Cost.UNKNOWN,
                details,
                new UUID(2, 2),
                CONVERSATION,
                new UUID(3, 3),
                "Mara",
                null,
                providerMessageId,
                "basket-77",
                false,
                null,
                null,
                Map.of(),
                AT,
                AT);
    }
}
