package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list (contract §2). {@code nextCursor} is always written.
 *
 * @param nextCursor what to send as {@code cursor} for the page after this one; null on the last page, and always null
 *     when {@code items} is empty, because clients stop at an empty page
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuPage<T>(List<T> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
