package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.chirp.ChirpIds;
import io.stele.adapters.chirp.MessageResources;
import io.stele.contracts.chirp.MessageResource;
import io.stele.core.message.Message;
import io.stele.server.media.ShownMedia;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Shows messages with links to the files in them (contract §5). */
@Singleton
final class ShownMessages {

    /** For how long a link works (contract §3.8). */
    static final Duration LINK = Duration.ofHours(1);

    private static final ShownMedia.Form FORM =
            new ShownMedia.Form(LINK, file -> ChirpIds.media(file.id(), file.scope().mode()), true);

    private final ShownMedia media;
    private final MessageResources resources;

    ShownMessages(ShownMedia media, MessageResources resources) {
        this.media = media;
        this.resources = resources;
    }

    MessageResource of(HttpRequest<?> request, Message message) {
        return resources.of(media.of(request, message, FORM));
    }

    List<MessageResource> of(HttpRequest<?> request, List<Message> messages) {
        return media.of(request, messages, FORM).stream().map(resources::of).toList();
    }
}
