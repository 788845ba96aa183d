package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The file at the head of an interactive message or of a carousel card; an addition of Stele, since Chirp documents
 * no media header.
 *
 * @param type {@code image}, {@code video} or {@code document}
 * @param mediaId the stored file, or {@code null} when it is a link
 * @param url the link, or {@code null} when it is a stored file
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractiveMedia(
        @Nullable String type, @Nullable String mediaId, @Nullable String url, @Nullable String filename) {}
