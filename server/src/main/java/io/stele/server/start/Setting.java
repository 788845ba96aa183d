package io.stele.server.start;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that a user can set, by the name of its environment variable. In {@code stele.yml} the same words stand in lower case, nested or joined
 * by dashes: {@code STELE_DATABASE_URL} is {@code stele: database: url:}.
 */
public enum Setting {
    STELE_PORT,
    STELE_PUBLIC_URL,
    STELE_DATA_DIR,
    STELE_DATABASE_URL,
    STELE_DATABASE_USERNAME,
    STELE_DATABASE_PASSWORD,
    STELE_SECRET_KEY,
    STELE_GRAPH_URL,
    STELE_OPERATOR_TOKEN,
    STELE_RATE_LIMIT,
    STELE_MEDIA_LIMIT,
    STELE_MEDIA_RETENTION_DAYS,
    STELE_EVENT_RETENTION_DAYS,
    STELE_SANDBOX_CLOCK,
    STELE_WEBHOOK_ALLOW,
    STELE_WEBHOOK_LIMIT,
    STELE_STOP_WORDS,
    STELE_START_WORDS,
    STELE_BOOTSTRAP_ZAVU_KEY,
    STELE_BOOTSTRAP_ZAVU_TEST_KEY,
    STELE_BOOTSTRAP_KAPSO_KEY,
    STELE_BOOTSTRAP_CHIRP_ADMIN_KEY,
    STELE_BOOTSTRAP_CHIRP_APP_KEY,
    STELE_BOOTSTRAP_CHIRP_TEST_KEY,
    STELE_BOOTSTRAP_PHONE_NUMBER,
    STELE_BOOTSTRAP_PHONE_NUMBER_ID,
    STELE_BOOTSTRAP_WABA_ID;

    /** The setting that this path of the file names, for example {@code stele.data-dir}; empty when there is none. */
    static Optional<Setting> ofPath(String path) {
        String name = name(path);
        return Arrays.stream(values()).filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** Whether settings stand under this path of the file, for example {@code stele.database}. */
    static boolean isSection(String path) {
        String beginning = name(path) + "_";
        return Arrays.stream(values()).anyMatch(setting -> setting.name().startsWith(beginning));
    }

    private static String name(String path) {
        return path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
