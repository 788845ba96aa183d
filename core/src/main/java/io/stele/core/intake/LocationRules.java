package io.stele.core.intake;

import io.stele.core.message.Location;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Places are on the globe, with a name and an address of bounded length (Kapso contract §2.1). */
final class LocationRules {

    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal ANTIMERIDIAN = BigDecimal.valueOf(180);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 300;

    private LocationRules() {}

    static Stream<InvalidField> broken(Location place) {
        return Check.all(
                Check.that(isWithin(place.latitude(), POLE), Field.LATITUDE, "must be between -90 and 90"),
                Check.that(isWithin(place.longitude(), ANTIMERIDIAN), Field.LONGITUDE, "must be between -180 and 180"),
                Check.optional(Field.LOCATION_NAME, place.name(), LONGEST_NAME),
                Check.optional(Field.LOCATION_ADDRESS, place.address(), LONGEST_ADDRESS));
    }

    private static boolean isWithin(BigDecimal degrees, BigDecimal limit) {
        return degrees.abs().compareTo(limit) <= 0;
    }
}
