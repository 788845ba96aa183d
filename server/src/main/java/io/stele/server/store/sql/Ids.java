package io.stele.server.store.sql;

import java.util.Comparator;
import java.util.UUID;

/** What is to be known of ids that are UUIDs. */
public final class Ids {

    /** Stands for no id, in a column that is part of a unique key. */
    public static final UUID NONE = new UUID(0, 0);

    /** By their bytes without a sign, as both databases order them; {@link UUID#compareTo} does otherwise. */
    public static final Comparator<UUID> ORDER = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private Ids() {}
}
