package io.stele.contracts.zavu.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is posted (contract §4.2).
 *
 * @param id {@code evt_…}; the same in every attempt, and of no other event
 * @param type its name
 * @param timestamp when it happened, in Unix milliseconds
 * @param senderId whose webhook is told; left out where a project's is
 * @param data what the name says about its shape
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuEvent<T>(
        String id, String type, long timestamp, @Nullable String senderId, String projectId, T data) {}
