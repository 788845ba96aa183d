package io.stele.server.store.people;

import io.stele.core.address.Address;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.project.Scope;

/** One person at one endpoint, whether or not they have ever met. */
public record Meeting(Endpoint endpoint, Address address) {

    /** What tells two meetings apart, also when what is known of the endpoint has changed between them. */
    record Key(EndpointId endpoint, Address address) {}

    Key key() {
        return new Key(endpoint.id(), address);
    }

    Scope scope() {
        return endpoint.scope();
    }
}
