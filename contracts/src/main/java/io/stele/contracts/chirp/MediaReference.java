package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The stored file that an image, a video, an audio or a document sends (contract §3.1).
 *
 * @param mediaId {@code media_…} or {@code med_…}
 * @param caption not for audio
 * @param filename for a document
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaReference(@Nullable String mediaId, @Nullable String caption, @Nullable String filename) {}
