package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.chirp.MessageResources;
import io.stele.contracts.chirp.MessageResource;
import io.stele.core.message.Message;
import io.stele.server.media.ShownMedia;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows messages with links to the files in them (contract §5). */
@Singleton
final class ShownMessages {

    private final ShownMedia media;
    private final MessageResources resources;

    ShownMessages(ShownMedia media, MessageResources resources) {
        this.media = media;
        this.resources = resources;
    }

    MessageResource of(HttpRequest<?> request, Message message) {
        return resources.of(media.of(request, message, ChirpFiles.FORM));
    }

    List<MessageResource> of(HttpRequest<?> request, List<Message> messages) {
        return media.of(request, messages, ChirpFiles.FORM).stream().map(resources::of).toList();
    }
}
