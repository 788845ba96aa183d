package io.stele.core.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A place. Degrees are kept to {@value #DECIMALS} decimals, without trailing zeros; what is closer to zero than that is zero.
 *
 * @param latitude in degrees, -90 to 90 where {@link #hasLatitude} says so
 * @param longitude in degrees, -180 to 180 where {@link #hasLongitude} says so
 */
public record Location(
        BigDecimal latitude,
        BigDecimal longitude,
        @Nullable String name,
        @Nullable String address,
        @Nullable String url)
        implements Content {

    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal ANTIMERIDIAN = BigDecimal.valueOf(180);
    private static final int DECIMALS = 30;
    private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(DECIMALS);

    public Location {
        latitude = plain(latitude);
        longitude = plain(longitude);
    }

    /** Whether the latitude is one of the globe. */
    public boolean hasLatitude() {
        return isWithin(latitude, POLE);
    }

    /** Whether the longitude is one of the globe. */
    public boolean hasLongitude() {
        return isWithin(longitude, ANTIMERIDIAN);
    }

    private static boolean isWithin(BigDecimal degrees, BigDecimal limit) {
        return degrees.abs().compareTo(limit) <= 0;
    }

    private static BigDecimal plain(BigDecimal degrees) {
        if (degrees.abs().compareTo(SMALLEST) < 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal bounded = degrees.scale() > DECIMALS ? degrees.setScale(DECIMALS, RoundingMode.HALF_EVEN) : degrees;
        return bounded.stripTrailingZeros();
    }
}
