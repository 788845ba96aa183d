package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Why a message failed, in a delivery status or an unsupported inbound message.
 *
 * @param href a page that explains the code
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageError(
        @Nullable Integer code,
        @Nullable String title,
        @Nullable String message,
        @Nullable Data errorData,
        @Nullable String href) {

    /**
     * The part that can be acted on.
     *
     * @param details a sentence for people
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(@Nullable String details) {}
}
