package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message as Meta's webhook reports it.
 *
 * @param id the provider's id of the message
 * @param timestamp Unix seconds as a string
 * @param from the customer's digits
 * @param fromUserId the customer's business-scoped user id
 * @param fromParentUserId the customer's id in the parent business
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InboundMessage(
        @Nullable String id,
        @Nullable String timestamp,
        @Nullable String type,
        @Nullable String from,
        @Nullable String fromUserId,
        @Nullable String fromParentUserId,
        @Nullable MessageContext context,
        @Nullable Text text,
        @Nullable Media image,
        @Nullable Media video,
        @Nullable Media audio,
        @Nullable Media document,
        @Nullable Media sticker,
        @Nullable Location location,
        @Nullable List<ContactCard> contacts,
        @Nullable Reaction reaction,
        @Nullable Interactive interactive,
        @Nullable Template template,
        @Nullable Order order,
        @Nullable PressedButton button,
        @Nullable JsonNode system,
        @Nullable JsonNode unsupported,
        @Nullable JsonNode errors,
        @Nullable JsonNode referral)
        implements ReceivedContent {}
