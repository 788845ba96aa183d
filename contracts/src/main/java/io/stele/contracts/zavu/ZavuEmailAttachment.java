package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A file to be sent with an email (contract §2.1). Its bytes come either in {@code content} or from {@code path}, never
 * from both. Two of its names are in snake case, unlike the rest of this API.
 *
 * @param filename at most 255 characters; required
 * @param content the bytes in base64
 * @param path URL to fetch the bytes from
 * @param contentType media type; absent means that the file name decides
 * @param contentId at most 100 characters; makes the file inline, for {@code cid:} links of the HTML
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuEmailAttachment(
        @Nullable String filename,
        @Nullable String content,
        @Nullable String path,
        @JsonProperty("content_type") @Nullable String contentType,
        @JsonProperty("content_id") @Nullable String contentId) {}
