package io.stele.server.api.sandbox;

import io.micronaut.http.HttpRequest;
import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.Required;
import io.stele.adapters.WholeText;
import io.stele.adapters.WireException;
import io.stele.adapters.connector.sandbox.SandboxConnector;
import io.stele.adapters.graph.GraphReader;
import io.stele.adapters.zavu.ZavuNames;
import io.stele.contracts.kapso.graph.InboundMessage;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.Context;
import io.stele.core.message.Email;
import io.stele.core.message.Order;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.Refusal;
import io.stele.server.http.RefusedException;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a pretend customer sends: the envelope, and the message in Meta's inbound shape, or an email's parts. */
@Singleton
final class InboundReader {

    /** What no database keeps is not taken: two ids must not become one. */
    private static final Pattern ID = Pattern.compile("[^\\x00\\p{Cs}]{1,256}");

    /** More than any channel carries in a message without its files. */
    private static final int LARGEST = 1024 * 1024;

    private static final Set<String> ENVELOPE = Set.of("channel", "from", "to", "id", "name", "timestamp");

    private final WireReader wire;
    private final GraphReader graph;
    private final AnyName names;
    private final Directory directory;
    private final KsuidGenerator ids;
    private final InstantSource clock;

    InboundReader(
            WireReader wire,
            GraphReader graph,
            AnyName names,
            Directory directory,
            KsuidGenerator ids,
            InstantSource clock) {
        this.names = names;
        this.wire = wire;
        this.graph = graph;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Reads the message.
     *
     * @throws WireException when a part is missing or wrong
     * @throws RefusedException when the body is larger than a mebibyte
     * @throws RejectedException when the project has no such address, or a real provider serves it
     */
    io.stele.core.inbound.InboundMessage read(HttpRequest<?> request, Scope scope, byte @Nullable [] body) {
        if (body != null && body.length > LARGEST) {
            throw new RefusedException(new Refusal.BodyTooLarge(LARGEST));
        }
        JsonNode tree = wire.tree(request, body);
        InboundRequest envelope = wire.bind(tree, InboundRequest.class, Strictness.NUMBERS_AS_TEXT);
        Channel channel = ZavuNames.channel(Required.present(envelope.channel(), "channel"))
                .orElseThrow(() -> new WireException("channel", "is not a channel"));
        Endpoint endpoint = endpoint(scope, channel, address(channel, envelope.to(), "to"));
        GraphReader.Received said = channel == Channel.EMAIL ? email(tree) : message(tree);
        return new io.stele.core.inbound.InboundMessage(
                endpoint,
                address(channel, envelope.from(), "from"),
                Identity.UNKNOWN,
                id(envelope.id(), channel),
                WholeText.requireShort(envelope.name(), "name"),
                said.content(),
                said.context(),
                said.referral(),
                moment(envelope.timestamp()),
                List.of());
    }

    private Endpoint endpoint(Scope scope, Channel channel, Address address) {
        Endpoint endpoint = directory
                .endpoint(scope, channel, address)
                .orElseThrow(() -> new RejectedException(
                        new Rejection.NotFound(Rejection.Resource.ENDPOINT, address.value())));
        if (!endpoint.connector().equals(SandboxConnector.NAME)) {
            throw new RejectedException(new Rejection.WrongState("A real provider serves " + address.value()));
        }
        return endpoint;
    }

    private GraphReader.Received message(JsonNode tree) {
        InboundMessage message = wire.bind(tree, InboundMessage.class, Strictness.NUMBERS_AS_TEXT);
        GraphReader.Received said = graph.received(message, withoutEnvelope(tree), names);
        if (said.content() instanceof Order order) {
            OrderFigures.check(order);
        }
        return said;
    }

    private static JsonNode withoutEnvelope(JsonNode tree) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        tree.entries().forEach(entry -> {
            if (!ENVELOPE.contains(entry.getKey())) {
                members.put(entry.getKey(), entry.getValue());
            }
        });
        return JsonNode.createObjectNode(members);
    }

    private GraphReader.Received email(JsonNode tree) {
        EmailRequest email = wire.bind(tree, EmailRequest.class, Strictness.EXACT);
        if (email.text() == null && email.html() == null) {
            throw new WireException("text", "or html is required");
        }
        return new GraphReader.Received(
                new Email(email.subject(), email.text(), email.html(), null, List.of()), Context.NONE, null);
    }

    private static Address address(Channel channel, @Nullable String text, String field) {
        String given = Required.present(text, field);
        Optional<? extends Address> address = switch (channel) {
            case SMS, SMS_ONEWAY, VOICE -> PhoneNumber.parse(given);
            case WHATSAPP -> BusinessScopedUserId.parse(given).<Address>map(id -> id)
                    .or(() -> PhoneNumber.parse(given));
            case EMAIL -> EmailAddress.parse(given);
            case TELEGRAM, INSTAGRAM, MESSENGER -> ChatId.parse(given);
        };
        return address.orElseThrow(() -> new WireException(field, "is not an address of the channel"));
    }

    private String id(@Nullable String given, Channel channel) {
        if (given == null) {
            return (channel == Channel.WHATSAPP ? "wamid." : "") + "SANDBOX" + ids.next();
        }
        if (given.isBlank() || !ID.matcher(given).matches()) {
            throw new WireException("id", "must have 1 to 256 characters, whole ones and no NUL");
        }
        return given;
    }

    private Instant moment(@Nullable String given) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (given == null) {
            return now;
        }
        Instant moment;
        try {
            moment = given.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochSecond(Long.parseLong(given))
                    : Instant.parse(given).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException | NumberFormatException e) {
            throw new WireException("timestamp", "must be Unix seconds or an ISO 8601 moment");
        }
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(now)) {
            throw new WireException("timestamp", "must lie in the past");
        }
        return moment;
    }
}
