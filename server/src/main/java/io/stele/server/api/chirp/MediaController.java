package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.Timestamps;
import io.stele.adapters.chirp.ChirpIds;
import io.stele.contracts.chirp.MediaResource;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.media.MediaFacts;
import io.stele.core.media.MediaName;
import io.stele.core.media.MediaState;
import io.stele.core.media.MediaStore;
import io.stele.core.media.ReceivedFile;
import io.stele.core.project.Principal;
import io.stele.server.media.FetchedMedia;
import io.stele.server.media.MediaLinks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The files that people sent to an app's numbers (contract §3.8). */
@Controller("/v1/media")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MediaController {

    private final Directory directory;
    private final MediaStore store;
    private final MediaLinks links;
    private final InstantSource clock;

    MediaController(Directory directory, MediaStore store, MediaLinks links, InstantSource clock) {
        this.directory = directory;
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    /** By Chirp's id or the provider's. The link is made anew for each call. */
    @Get("/{mediaId}")
    MediaResource get(HttpRequest<?> request, Principal principal, @PathVariable String mediaId) {
        List<Endpoint> own = directory.endpoints(principal.scope()).stream()
                .filter(endpoint -> endpoint.app() != null && endpoint.app().equals(principal.app()))
                .toList();
        return find(principal, mediaId, own)
                .filter(file -> own.stream().anyMatch(endpoint -> endpoint.id().equals(file.name().endpoint())))
                .filter(file -> !(file.state() instanceof MediaState.Gone))
                .map(file -> resource(request, file))
                .orElseThrow(() -> FetchedMedia.notFound(mediaId));
    }

    private Optional<ReceivedFile> find(Principal principal, String id, List<Endpoint> own) {
        return ChirpIds.readMedia(id)
                .filter(read -> read.mode() == principal.mode())
                .flatMap(read -> store.file(principal.scope(), read.id()))
                .or(() -> store
                        .files(
                                principal.scope(),
                                own.stream().map(endpoint -> new MediaName(endpoint.id(), id)).toList())
                        .stream()
                        .findFirst());
    }

    private MediaResource resource(HttpRequest<?> request, ReceivedFile file) {
        Instant end = clock.instant().plus(ChirpFiles.LINK);
        MediaFacts facts = file.facts();
        return new MediaResource(
                ChirpIds.media(file.id(), file.scope().mode()),
                links.to(request, file, end),
                facts.mimeType(),
                facts.fileName(),
                facts.size(),
                facts.sha256(),
                Timestamps.milliseconds(end),
                Timestamps.milliseconds(file.receivedAt()));
    }
}
