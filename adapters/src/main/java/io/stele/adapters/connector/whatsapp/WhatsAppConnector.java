package io.stele.adapters.connector.whatsapp;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.graph.GraphWriter;
import io.stele.adapters.http.OutboundHttp;
import io.stele.adapters.json.JsonTexts;
import io.stele.adapters.json.WireRecords;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.delivery.Connector;
import io.stele.core.delivery.Dispatch;
import io.stele.core.delivery.Doubt;
import io.stele.core.delivery.Outcome;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Failure;
import io.stele.core.message.Reaction;
import io.stele.core.message.TemplateUse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * Sends by Meta's WhatsApp Cloud API (Kapso contract §2, which has Meta's shapes). One of it, with one {@link OutboundHttp}, serves all
 * endpoints: each is reached with its own settings, read anew for each call.
 */
public final class WhatsAppConnector implements Connector, Connector.ReadMarks, Connector.MediaSource {

    /** By which endpoints name it. */
    public static final String NAME = "whatsapp";

    /**
     * Meta reports a message that it has taken within seconds; what nobody has heard of after a minute is sent again: rather twice
     * than never.
     */
    /** Of the ids of files that people send; files that businesses upload live longer. */
    private static final Duration MEDIA_LIFETIME = Duration.ofDays(7);

    private static final Doubt DOUBT = Doubt.sendAgainAfter(Duration.ofMinutes(1));

    private static final Descriptor DESCRIPTOR = new Descriptor(
            NAME,
            Map.of(
                    Channel.WHATSAPP,
                    EnumSet.of(
                            ContentKind.TEXT,
                            ContentKind.IMAGE,
                            ContentKind.VIDEO,
                            ContentKind.AUDIO,
                            ContentKind.DOCUMENT,
                            ContentKind.STICKER,
                            ContentKind.LOCATION,
                            ContentKind.CONTACTS,
                            ContentKind.REACTION,
                            ContentKind.INTERACTIVE,
                            ContentKind.TEMPLATE)),
            DOUBT);

    private final EndpointSettings settings;
    private final GraphClient graph;
    private final SendRequests requests;
    private final MediaDownload media;

    /**
     * @param http of {@link OutboundHttp#CONNECTIONS_TO_A_PROVIDER}; whoever made it closes it
     * @param records writes what Graph is asked
     * @param texts reads Graph's answers
     */
    public WhatsAppConnector(
            EndpointSettings settings,
            OutboundHttp http,
            GraphWriter writer,
            WireRecords records,
            JsonTexts texts,
            InstantSource clock) {
        this.settings = settings;
        this.graph = new GraphClient(http, texts, clock);
        this.requests = new SendRequests(writer, records);
        this.media = new MediaDownload(graph);
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        return DESCRIPTOR
                .objection(dispatch)
                .or(() -> unsendable(dispatch.message().content()))
                .or(() -> unreachable(dispatch.message().to()))
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> sent(dispatch));
    }

    @Override
    public Marked markRead(Endpoint endpoint, String providerMessageId, boolean typing) {
        return switch (post(endpoint, requests.readMark(providerMessageId, typing), 1).harmless()) {
            case Verdict.Harmless.Done _ -> new Marked.Done();
            case Verdict.Harmless.Refused(Failure failure) -> new Marked.Refused(failure);
            case Verdict.Harmless.NotNow(Duration after) -> new Marked.Unavailable(after);
        };
    }

    @Override
    public Fetch fetch(Endpoint endpoint, Wanted wanted, long mostBytes, Sink sink) throws IOException {
        Optional<String> number = number(endpoint);
        if (number.isEmpty()) {
            return new Fetch.Refused(GraphClient.NOT_CONNECTED);
        }
        return WhatsAppSettings.isId(wanted.providerMediaId())
                ? media.fetch(reach(endpoint), number.get(), wanted.providerMediaId(), mostBytes, sink)
                : new Fetch.Gone();
    }

    @Override
    public Duration lifetime() {
        return MEDIA_LIFETIME;
    }

    private Outcome sent(Dispatch dispatch) {
        return switch (post(dispatch.endpoint(), requests.of(dispatch.message()), dispatch.attempt())) {
            case Verdict.Done(JsonNode answer) -> wamid(answer)
                    .<Outcome>map(Outcome.Accepted::new)
                    .orElseGet(() -> new Outcome.Unknown("the answer names no message"));
            case Verdict.Not(Outcome outcome) -> outcome;
        };
    }

    private Verdict post(Endpoint endpoint, byte[] request, int attempt) {
        Optional<String> number = number(endpoint);
        if (number.isEmpty()) {
            return new Verdict.Not(new Outcome.Refused(GraphClient.NOT_CONNECTED));
        }
        WhatsAppSettings reach;
        try {
            reach = reach(endpoint);
        } catch (RuntimeException e) {
            // an exception would leave the message in doubt, of which no byte has left
            return new Verdict.Not(new Outcome.Unavailable("the endpoint's settings cannot be read"));
        }
        return graph.post(reach, number.get() + "/messages", request, attempt);
    }

    private WhatsAppSettings reach(Endpoint endpoint) {
        return WhatsAppSettings.of(settings.of(endpoint));
    }

    private static Optional<String> number(Endpoint endpoint) {
        return endpoint.whatsAppNumber()
                .map(Endpoint.WhatsAppNumber::phoneNumberId)
                .filter(WhatsAppSettings::isId);
    }

    private static Optional<String> wamid(JsonNode answer) {
        JsonNode messages = answer.get("messages");
        return Optional.ofNullable(messages == null || !messages.isArray() ? null : messages.get(0))
                .map(message -> Members.text(message, "id"));
    }

    /** What Graph could only refuse, for a reason that it could not tell. */
    private static Optional<Failure> unsendable(Content content) {
        if (content instanceof TemplateUse(TemplateUse.TemplateById(String id), _)) {
            return Optional.of(new Failure(
                    "132001",
                    "Template does not exist",
                    "No template with the id " + id + " is known; name it by name and language"));
        }
        return content instanceof Reaction reaction && reaction.target().providerMessageId() == null
                ? Optional.of(new Failure(
                        "131009",
                        "Parameter value is not valid",
                        "The message that the reaction is about is not with WhatsApp"))
                : Optional.empty();
    }

    private static Optional<Failure> unreachable(Address to) {
        return switch (to) {
            case PhoneNumber _, BusinessScopedUserId _ -> Optional.empty();
            case EmailAddress _, ChatId _ -> Optional.of(new Failure(
                    "131009", "Parameter value is not valid", "WhatsApp knows people by phone number or user id"));
        };
    }
}
