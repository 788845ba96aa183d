package io.stele.core.connection;

import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import java.time.Instant;
import java.util.Optional;

/** Writes numbers. Each call is one transaction, and durable when it returns; this node's directory and settings show it at once. */
public interface NumberStore {

    /** The endpoint that is connected under this id, of whatever project, as it is now. */
    Optional<Endpoint> connected(String phoneNumberId);

    /**
     * Connects a number, and writes its {@code EndpointConnected}.
     *
     * <p>An endpoint with the same address is taken up when it has been disconnected or is the sandbox's, so that its history goes on; so is
     * the sandbox's endpoint with the same id. Else a new one is made. It takes the place of the default sender's WhatsApp endpoint as long as that is none, the sandbox's or disconnected; any
     * further number is given a sender of its own. It is assigned to the scope's first app, unless it is assigned already.
     *
     * @param endpoint the id of the endpoint, if one is made
     * @param sender the id of the sender, if one is made
     * @return the endpoint; empty when the number, by its id or its address, is connected already, be it a moment ago. Nothing has been
     *     written then
     * @throws io.stele.core.refusal.RejectedException when the project does not have the customer
     */
    Optional<Endpoint> connect(NewNumber number, EndpointId endpoint, SenderId sender, Instant now);

    /**
     * Changes a number.
     *
     * @return the endpoint as it is now; empty when it is not connected any more, or when its new id or address is another's. Nothing has been
     *     written then
     */
    Optional<Endpoint> change(Endpoint endpoint, NumberChange change, Instant now);

    /**
     * Disconnects an endpoint, forgets its settings, and writes its {@code EndpointDisconnected}. What waits to be sent by it fails, as soon as it
     * would be sent.
     *
     * @return whether it was connected; when it was not, nothing has been written
     */
    boolean disconnect(Endpoint endpoint, Instant now);
}
