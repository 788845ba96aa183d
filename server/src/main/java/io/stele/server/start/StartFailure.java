package io.stele.server.start;

import io.stele.server.store.DatabaseFault;
import java.net.BindException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the sentence for a start that failed for a reason which the user can mend. */
final class StartFailure {

    private StartFailure() {}

    /** The failure in a sentence; as it is when its reason is no setting. */
    static RuntimeException explain(RuntimeException failure, Settings settings) {
        Optional<SettingsException> setting = cause(failure, SettingsException.class);
        if (setting.isPresent()) {
            return setting.get();
        }
        if (cause(failure, BindException.class).isPresent()) {
            return new SettingsException(
                    Setting.STELE_PORT + " is " + settings.port() + ", a port that is in use or not allowed.");
        }
        return DatabaseFault.reason(failure)
                .<RuntimeException>map(reason -> new SettingsException(sentence(settings.database(), reason)))
                .orElse(failure);
    }

    private static String sentence(DatabaseSettings database, String reason) {
        Setting setting = database.isEmbedded() ? Setting.STELE_DATA_DIR : Setting.STELE_DATABASE_URL;
        return "The database that " + setting + " names cannot be used" + (reason.isEmpty() ? "" : ": " + reason);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
