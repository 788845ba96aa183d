package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A place to send (contract §3.1). Numbers here; {@link MessageResource} shows the same values as text.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationPoint(
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String name,
        @Nullable String address) {}
