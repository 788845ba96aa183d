package io.stele.server.store.people;

import io.stele.core.address.Address;
import io.stele.core.address.Identity;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.project.Scope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One person at one endpoint, whether or not they have ever met.
 *
 * @param identity by what the channel knows the person besides
 */
public record Meeting(Endpoint endpoint, Address address, Identity identity) {

    /** What tells two meetings apart, also when what is known of the endpoint has changed between them. */
    public record Key(EndpointId endpoint, Address address) {}

    /** With somebody of whom nothing but the address is known. */
    public Meeting(Endpoint endpoint, Address address) {
        this(endpoint, address, Identity.UNKNOWN);
    }

    /** What tells this meeting from others. */
    public Key key() {
        return new Key(endpoint.id(), address);
    }

    /** All by which the person can be addressed, beginning with the address of the meeting. */
    List<Address> addresses() {
        return Stream.of(address, identity.userId(), identity.parentUserId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether the person has other addresses than that of the meeting. */
    boolean hasOtherAddresses() {
        return addresses().size() > 1;
    }

    Scope scope() {
        return endpoint.scope();
    }
}
