package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a customer is asked for an address.
 *
 * @param country two letters
 * @param parameters what else the form starts with, an object in Meta's names: {@code values}, {@code saved_addresses},
 *     {@code validation_errors}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractiveAddress(@Nullable String country, @Nullable JsonNode parameters) {}
