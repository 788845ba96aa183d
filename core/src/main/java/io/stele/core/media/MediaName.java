package io.stele.core.media;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.Direction;
import io.stele.core.message.Media;
import io.stele.core.message.Message;
import java.util.Optional;

/**
 * By what name a provider knows a file.
 *
 * @param endpoint where it came in: another endpoint's provider may call another file the same
 */
public record MediaName(EndpointId endpoint, String providerMediaId) {

    /** The name of the file that a person's message is; empty when it is none, and when a link came with it. */
    public static Optional<MediaName> of(Message message) {
        return message.direction() == Direction.INBOUND && message.content() instanceof Media media && media.file().link() == null
                ? Optional.ofNullable(media.file().id()).map(id -> new MediaName(message.endpoint(), id))
                : Optional.empty();
    }
}
