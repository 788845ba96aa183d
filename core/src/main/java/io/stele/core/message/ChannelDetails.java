package io.stele.core.message;

import io.stele.core.address.Identity;
import java.util.List;

/**
 * What the channel tells of a message beside what it says.
 *
 * @param origin where the message was written
 * @param identity by what the channel knows the person besides the address
 * @param reports what the provider said became of the message, as it came, oldest first; at most one of each kind
 */
public record ChannelDetails(Origin origin, Identity identity, List<Json.Members> reports) {

    /** Nothing is told. */
    public static final ChannelDetails NONE = new ChannelDetails(Origin.API, Identity.UNKNOWN, List.of());

    /** Where a message was written. */
    public enum Origin {
        /** By a person, or by the project through an API. */
        API,
        /** By somebody of the project with the channel's own app. */
        DEVICE
    }

    public ChannelDetails {
        reports = List.copyOf(reports);
    }

    /** Of a person's message. */
    public static ChannelDetails of(Identity identity) {
        return new ChannelDetails(Origin.API, identity, List.of());
    }
}
