package io.stele.adapters.graph;

import io.stele.adapters.Required;
import io.stele.adapters.WireException;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Files and places, which Meta's form holds in the same objects wherever they stand. */
@Mapper
abstract class FileMapper {

    /** Every member that a media object can hold. The provider's short-lived address stands in for a missing link. */
    Media toMedia(MediaKind kind, io.stele.contracts.kapso.graph.Media media, String path) {
        return new Media(
                kind, toFile(media, path), media.caption(), media.filename(), media.voice(), media.animated());
    }

    /** @throws WireException when the object names no file */
    MediaFile toFile(io.stele.contracts.kapso.graph.Media media, String path) {
        String link = media.link();
        if (media.id() == null && link == null) {
            link = media.url();
        }
        if (media.id() == null && link == null) {
            throw new WireException(path + ".id", "is required when there is no link");
        }
        return new MediaFile(media.id(), link, media.mimeType(), media.sha256(), null);
    }

    @Mapping(target = "id", source = "file.id")
    @Mapping(target = "link", source = "file.link")
    @Mapping(target = "mimeType", source = "file.mimeType")
    @Mapping(target = "sha256", source = "file.sha256")
    @Mapping(target = "url", ignore = true)
    abstract io.stele.contracts.kapso.graph.Media toWire(Media media);

    @Mapping(target = "caption", ignore = true)
    @Mapping(target = "voice", ignore = true)
    @Mapping(target = "animated", ignore = true)
    @Mapping(target = "url", ignore = true)
    abstract io.stele.contracts.kapso.graph.Media toWire(MediaFile file, @Nullable String filename);

    /** @throws WireException when a coordinate is missing */
    Location toLocation(io.stele.contracts.kapso.graph.Location location, String path) {
        return new Location(
                Required.present(location.latitude(), path + ".latitude"),
                Required.present(location.longitude(), path + ".longitude"),
                location.name(),
                location.address(),
                location.url());
    }

    abstract io.stele.contracts.kapso.graph.Location toWire(Location location);
}
