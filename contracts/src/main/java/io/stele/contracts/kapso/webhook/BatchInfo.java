package io.stele.contracts.kapso.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * What was collected to be told at once, the {@code batch_info} beside the events in {@code data} (contract section 4.5).
 *
 * @param windowMs for how long more was waited for after each event
 * @param firstSequence of the oldest event; sequences grow, with gaps
 * @param lastSequence of the newest
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchInfo(
        @Nullable Integer size,
        @Nullable Long windowMs,
        @Nullable Long firstSequence,
        @Nullable Long lastSequence,
        @Nullable String conversationId) {}
