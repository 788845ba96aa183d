package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The error object of Meta's envelope (contract section 1.3).
 *
 * @param message by convention {@code (#code) Title}
 * @param type such as {@code OAuthException} or {@code MessageError}
 * @param code a number, never a string: clients decide by it what to do next
 * @param href a page that explains the code
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GraphError(
        @Nullable String message,
        @Nullable String type,
        @Nullable Integer code,
        @Nullable Data errorData,
        @Nullable Integer errorSubcode,
        @Nullable String fbtraceId,
        @Nullable String href) {

    /**
     * The part that can be acted on.
     *
     * @param details a sentence for people
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(@Nullable String messagingProduct, @Nullable String details) {}
}
