package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of messages, newest first (contract §1.7, §4.7).
 *
 * @param nextCursor the id to go on from, or {@code null} on the last page
 * @param totalCount how many messages the filters match in all
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MessageList(List<MessageResource> messages, @Nullable String nextCursor, long totalCount) {}
