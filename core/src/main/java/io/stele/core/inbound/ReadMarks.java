package io.stele.core.inbound;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Connector;
import io.stele.core.delivery.Connector.ReadMarks.Marked;
import io.stele.core.delivery.Connectors;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Tells a person that their message was read, and that an answer is being written. */
public final class ReadMarks {

    private final InboundStore store;
    private final Directory directory;
    private final Connectors connectors;
    private final InstantSource clock;

    public ReadMarks(InboundStore store, Directory directory, Connectors connectors, InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.connectors = connectors;
        this.clock = clock;
    }

    /**
     * Marks the message and those before it in its conversation as read, here and at the provider. Marking twice changes nothing.
     *
     * @param typing whether to show the typing bubble too, which lasts until the answer or 25 seconds
     * @throws RejectedException unless the message came in on WhatsApp, its endpoint is connected, its connector can mark it and its provider
     *     takes the mark; nothing has been written then
     */
    public void mark(Message message, boolean typing) {
        String provider = message.providerMessageId();
        if (message.direction() != Direction.INBOUND || message.channel() != Channel.WHATSAPP || provider == null) {
            throw new RejectedException(
                    new Rejection.WrongState("Only an inbound WhatsApp message can be marked as read"));
        }
        Endpoint endpoint = directory
                .endpoint(message.scope(), message.endpoint())
                .orElseThrow(() -> new RejectedException(new Rejection.NotFound(
                        Rejection.Resource.ENDPOINT, message.endpoint().value().toString())));
        if (!endpoint.isConnected()) {
            throw new RejectedException(new Rejection.EndpointDisconnected());
        }
        Connector connector = connectors
                .of(endpoint)
                .orElseThrow(() -> new RejectedException(new Rejection.WrongState("The endpoint's connector is not installed")));
        if (!(connector instanceof Connector.ReadMarks marks)) {
            throw new RejectedException(new Rejection.WrongState("The endpoint's connector has no read marks"));
        }
        switch (marks.markRead(endpoint, provider, typing)) {
            case Marked.Done() -> {}
            case Marked.Refused(Failure failure) ->
                throw new RejectedException(new Rejection.ProviderRefused(failure));
            case Marked.Unavailable(Duration retryAfter) ->
                throw new RejectedException(new Rejection.ProviderUnavailable(retryAfter));
        }
        store.markRead(message.scope(), message.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
