package io.stele.bench.stele;

import java.util.Map;

/** The keys that the first project is started with, and how each API is shown them. */
final class Keys {

    static final Map<String, String> ZAVU = bearer("zv_live_benchbenchbenchbench");
    static final Map<String, String> KAPSO =
            Map.of("X-API-Key", "kapsobenchbenchbenchbench", "Content-Type", "application/json");
    static final Map<String, String> CHIRP_ADMIN = bearer("sk_admin_benchbenchbenchbench");
    static final Map<String, String> CHIRP_APP = bearer("sk_live_app_benchbenchbenchbench");

    /** As settings of the server. */
    static final Map<String, String> SETTINGS = Map.of(
            "STELE_BOOTSTRAP_ZAVU_KEY", "zv_live_benchbenchbenchbench",
            "STELE_BOOTSTRAP_KAPSO_KEY", "kapsobenchbenchbenchbench",
            "STELE_BOOTSTRAP_CHIRP_ADMIN_KEY", "sk_admin_benchbenchbenchbench",
            "STELE_BOOTSTRAP_CHIRP_APP_KEY", "sk_live_app_benchbenchbenchbench");

    private Keys() {}

    private static Map<String, String> bearer(String key) {
        return Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json");
    }
}
