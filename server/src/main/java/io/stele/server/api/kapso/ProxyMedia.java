package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.WireException;
import io.stele.contracts.kapso.MediaResource;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.media.MediaName;
import io.stele.core.media.MediaStore;
import io.stele.core.media.ReceivedFile;
import io.stele.core.project.Principal;
import io.stele.server.http.Refusal;
import io.stele.server.http.RefusedException;
import io.stele.server.media.FetchedMedia;
import io.stele.server.media.MediaLinks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A file that a person sent to a number, by Meta's id of it (contract §2.10). */
@Controller(Paths.PROXY)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProxyMedia {

    private static final String NUMBER = "phone_number_id";
    private static final Duration LINK = Duration.ofMinutes(5);

    private final Numbers numbers;
    private final Directory directory;
    private final MediaStore store;
    private final FetchedMedia files;
    private final MediaLinks links;
    private final DownloadLinks downloads;
    private final InstantSource clock;

    ProxyMedia(
            Numbers numbers,
            Directory directory,
            MediaStore store,
            FetchedMedia files,
            MediaLinks links,
            DownloadLinks downloads,
            InstantSource clock) {
        this.numbers = numbers;
        this.directory = directory;
        this.store = store;
        this.files = files;
        this.links = links;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** Fetched first where it is not here yet: size and hash are not known before. */
    @Get("/{mediaId}")
    MediaResource get(HttpRequest<?> request, Principal principal, @PathVariable String mediaId) {
        Optional<String> number = new Query(request).text(NUMBER);
        requireMedia(request, principal, mediaId, number.isPresent());
        Endpoint endpoint =
                numbers.number(principal, number.orElseThrow(() -> new WireException(NUMBER, "is required")));
        ReceivedFile known =
                store.files(principal.scope(), List.of(new MediaName(endpoint.id(), mediaId))).stream()
                        .findFirst()
                        .orElseThrow(() -> FetchedMedia.notFound(mediaId));
        return resource(request, files.get(known.scope(), known.id(), mediaId));
    }

    /** Meta has all sorts of things under such a path, of which each has a number for an id. */
    private void requireMedia(HttpRequest<?> request, Principal principal, String id, boolean numberGiven) {
        if (directory.whatsAppNumber(principal.scope(), id).isPresent()) {
            throw new RefusedException(new Refusal.NotOffered("GET " + request.getPath()));
        }
        if (!numberGiven && !id.chars().allMatch(Character::isDigit)) {
            throw new RefusedException(new Refusal.UnknownPath(request.getPath()));
        }
    }

    private MediaResource resource(HttpRequest<?> request, ReceivedFile file) {
        Instant now = clock.instant();
        Instant end = now.plus(DownloadLinks.LIFETIME).truncatedTo(ChronoUnit.SECONDS);
        return new MediaResource(
                "whatsapp",
                file.name().providerMediaId(),
                links.to(request, file, now.plus(LINK)),
                Objects.requireNonNull(file.facts().mimeType()),
                Objects.requireNonNull(file.facts().sha256()),
                Objects.requireNonNull(file.facts().size()).toString(),
                downloads.to(request, file, end),
                end.toString());
    }
}
