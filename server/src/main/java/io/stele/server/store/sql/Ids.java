package io.stele.server.store.sql;

import java.util.Comparator;
import java.util.UUID;

/** How ids that are UUIDs are ordered. */
public final class Ids {

    /** By their bytes without a sign, as both databases order them; {@link UUID#compareTo} does otherwise. */
    public static final Comparator<UUID> ORDER = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private Ids() {}
}
