package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A stored file of an email, sent or received (contract §2.1). {@code contentId} and {@code downloadUrl} are always
 * written.
 *
 * @param size in bytes
 * @param contentId name of an inline file in {@code cid:} links; null for a plain attachment
 * @param isInline whether the HTML shows the file itself
 * @param downloadUrl short-lived link, made anew for each answer; null when there is nothing to fetch
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuAttachment(
        String id,
        String filename,
        String mimeType,
        long size,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String contentId,
        boolean isInline,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String downloadUrl,
        String createdAt) {}
