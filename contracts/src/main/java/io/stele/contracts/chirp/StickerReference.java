package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The stored WebP file that a sticker sends (contract §3.1).
 *
 * @param mediaId {@code media_…} or {@code med_…}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StickerReference(@Nullable String mediaId) {}
