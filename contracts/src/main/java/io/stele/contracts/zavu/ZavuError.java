package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Every answer that is not a success (contract §1.5): a flat object, never wrapped.
 *
 * @param code a machine's word for what went wrong
 * @param message one sentence for a person
 * @param details an object whose members depend on {@code code}; for {@code invalid_request} its {@code errors} name the
 *     faulty members
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuError(String code, String message, @Nullable JsonNode details) {}
