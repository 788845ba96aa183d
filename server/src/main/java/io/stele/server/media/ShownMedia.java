package io.stele.server.media;

import io.micronaut.http.HttpRequest;
import io.stele.core.media.MediaFacts;
import io.stele.core.media.MediaName;
import io.stele.core.media.MediaState;
import io.stele.core.media.MediaStore;
import io.stele.core.media.ReceivedFile;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.Message;
import io.stele.core.project.Scope;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts into messages that are to be shown what has become known of their files since, and links by which the files can be had. */
@Singleton
public final class ShownMedia {

    private final MediaStore store;
    private final MediaLinks links;
    private final InstantSource clock;

    /**
     * How an API shows files.
     *
     * @param lifetime for how long a link works; null for as long as the file is kept
     * @param id by what id it names a file
     * @param plainHash whether a hash is shown in hexadecimal, also where the provider told it otherwise
     */
    public record Form(@Nullable Duration lifetime, Function<ReceivedFile, String> id, boolean plainHash) {

        /** By the provider's own names, with links that work as long as the file is kept. */
        public static final Form PROVIDERS = new Form(null, file -> file.name().providerMediaId(), false);
    }

    ShownMedia(MediaStore store, MediaLinks links, InstantSource clock) {
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    /** The message, ready to be shown. */
    public Message of(HttpRequest<?> request, Message message, Form form) {
        return MediaName.of(message).isEmpty() ? message : of(request, List.of(message), form).getFirst();
    }

    /** The messages, ready to be shown, in their order. However many they are, their files are looked up at once. */
    public List<Message> of(HttpRequest<?> request, List<Message> messages, Form form) {
        Map<Scope, Set<MediaName>> wanted = messages.stream()
                .filter(message -> MediaName.of(message).isPresent())
                .collect(Collectors.groupingBy(
                        Message::scope,
                        Collectors.mapping(message -> MediaName.of(message).orElseThrow(), Collectors.toSet())));
        Map<MediaName, ReceivedFile> files = new HashMap<>();
        wanted.forEach((scope, names) -> store.files(scope, names).forEach(file -> files.put(file.name(), file)));
        return messages.stream()
                .map(message -> MediaName.of(message)
                        .flatMap(name -> Optional.ofNullable(files.get(name)))
                        .map(file -> shown(message, file, form, until -> links.to(request, file, until)))
                        .orElse(message))
                .toList();
    }

    /**
     * The message, ready to be shown to those who have not asked for it.
     *
     * @param file that the message is
     */
    Message of(Message message, ReceivedFile file, Form form) {
        return shown(message, file, form, until -> links.to(file, until));
    }

    private Message shown(Message message, ReceivedFile file, Form form, Function<@Nullable Instant, String> link) {
        if (!(message.content() instanceof Media media)) {
            return message;
        }
        MediaFile told = media.file();
        MediaFacts facts = file.facts();
        return message.saying(new Media(
                media.kind(),
                new MediaFile(
                        form.id().apply(file),
                        file.state() instanceof MediaState.Gone ? null : link.apply(until(form)),
                        first(told.mimeType(), facts.mimeType()),
                        form.plainHash() ? first(facts.sha256(), told.sha256()) : first(told.sha256(), facts.sha256()),
                        facts.size() == null ? told.size() : facts.size()),
                media.caption(),
                first(media.filename(), facts.fileName()),
                media.voice(),
                media.animated()));
    }

    private @Nullable Instant until(Form form) {
        Duration lifetime = form.lifetime();
        return lifetime == null ? null : clock.instant().plus(lifetime);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
