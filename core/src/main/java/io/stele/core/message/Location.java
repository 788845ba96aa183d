package io.stele.core.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A place.
 *
 * @param latitude in degrees, -90 to 90
 * @param longitude in degrees, -180 to 180
 */
public record Location(
        BigDecimal latitude,
        BigDecimal longitude,
        @Nullable String name,
        @Nullable String address,
        @Nullable String url)
        implements Content {

    public Location {
        latitude = plain(latitude);
        longitude = plain(longitude);
    }

    private static BigDecimal plain(BigDecimal degrees) {
        return degrees.signum() == 0 ? BigDecimal.ZERO : degrees.stripTrailingZeros();
    }
}
