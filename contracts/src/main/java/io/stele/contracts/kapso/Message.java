package io.stele.contracts.kapso;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.stele.contracts.kapso.graph.ContactCard;
import io.stele.contracts.kapso.graph.Interactive;
import io.stele.contracts.kapso.graph.Location;
import io.stele.contracts.kapso.graph.Media;
import io.stele.contracts.kapso.graph.MessageContext;
import io.stele.contracts.kapso.graph.Order;
import io.stele.contracts.kapso.graph.PressedButton;
import io.stele.contracts.kapso.graph.Reaction;
import io.stele.contracts.kapso.graph.ReceivedContent;
import io.stele.contracts.kapso.graph.Template;
import io.stele.contracts.kapso.graph.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored message, sent or received, on both surfaces (contract sections 2.7 and 3.1). The content is the one member
 * that {@code type} names.
 *
 * @param timestamp Unix seconds as a string
 * @param type the kinds of a send, and {@code button}, {@code order}, {@code system}, {@code unsupported} and
 *     {@code request_welcome} for messages received
 * @param from the sender's digits; inbound only
 * @param to the recipient's digits; outbound only
 * @param fromUserId the sender's business-scoped user id
 * @param fromParentUserId the sender's id in the parent business
 * @param toUserId the recipient's business-scoped user id
 * @param toParentUserId the recipient's id in the parent business
 * @param username the customer's WhatsApp name
 * @param kapso what Kapso adds; absent when the request asked for none of it
 * @param other the content of a type that has no member here, or not of this form, an object under the type's name
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        @Nullable String id,
        @Nullable String timestamp,
        @Nullable String type,
        @Nullable String from,
        @Nullable String fromUserId,
        @Nullable String fromParentUserId,
        @Nullable String to,
        @Nullable String toUserId,
        @Nullable String toParentUserId,
        @Nullable String username,
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
        @Nullable JsonNode referral,
        @Nullable MessageExtensions kapso,
        @JsonAnyGetter @JsonAnySetter @Nullable Map<String, JsonNode> other)
        implements ReceivedContent {}
