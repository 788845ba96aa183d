package io.stele.server.store.people;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.ServiceWindow;
import io.stele.server.store.sql.Row;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three columns of a customer-service window: {@code window_id}, {@code window_started_at}, {@code window_expires_at}. */
public final class Windows {

    private Windows() {}

    /** The row's window. */
    public static @Nullable ServiceWindow read(Row row) {
        Ksuid id = row.ksuidOrNull("window_id");
        return id == null
                ? null
                : new ServiceWindow(id, row.moment("window_started_at"), row.moment("window_expires_at"));
    }

    /** The three values, in the columns' order. */
    public static List<@Nullable Object> values(@Nullable ServiceWindow window) {
        return window == null
                ? Arrays.asList(null, null, null)
                : Arrays.asList(window.id(), window.startedAt(), window.expiresAt());
    }
}
