package io.stele.core.intake;

import io.stele.core.message.Location;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.stream.Stream;

/** Places are on the globe, with a name and an address of bounded length (Kapso contract §2.1). */
final class LocationRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 300;

    private LocationRules() {}

    static Stream<InvalidField> broken(Location place) {
        return Check.all(
                Check.that(place.hasLatitude(), Field.LATITUDE, "must be between -90 and 90"),
                Check.that(place.hasLongitude(), Field.LONGITUDE, "must be between -180 and 180"),
                Check.optional(Field.LOCATION_NAME, place.name(), LONGEST_NAME),
                Check.optional(Field.LOCATION_ADDRESS, place.address(), LONGEST_ADDRESS));
    }
}
