package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A place on the map. Coordinates are read from JSON numbers and from numeric strings, and written as numbers.
 *
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 * @param url received locations only: the place's web page
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Location(
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String name,
        @Nullable String address,
        @Nullable String url) {}
