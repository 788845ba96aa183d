package io.stele.core.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a message cost, in US dollars; a part is null until it is known. */
public record Cost(@Nullable BigDecimal platform, @Nullable BigDecimal provider) {

    /** Nothing is known yet. */
    public static final Cost UNKNOWN = new Cost(null, null);
}
