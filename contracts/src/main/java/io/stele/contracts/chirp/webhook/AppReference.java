package io.stele.contracts.chirp.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The app whose webhook is told.
 *
 * @param id {@code app_[test_]…}
 * @param name left out when the app is no longer there
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppReference(String id, @Nullable String name) {}
