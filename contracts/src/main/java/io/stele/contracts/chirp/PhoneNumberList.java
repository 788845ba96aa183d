package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of phone numbers (contract §4.6), wrapped as the message lists are (§1.7).
 *
 * @param nextCursor the id to go on from, or {@code null} on the last page
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PhoneNumberList(List<PhoneNumberResource> phoneNumbers, @Nullable String nextCursor, long totalCount) {}
