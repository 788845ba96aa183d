package io.stele.core.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that goes with an email: either its bytes are stored with us, under {@code id}, or it stands at a link.
 *
 * @param link from where the file is to be fetched; null when the bytes are stored
 * @param size in bytes; null while a linked file has not been fetched
 * @param contentId the name by which the HTML refers to it ({@code cid:}); null for a plain attachment
 */
public record Attachment(
        UUID id,
        String filename,
        String mimeType,
        @Nullable String link,
        @Nullable Long size,
        @Nullable String contentId) {}
