package io.stele.harness.stele;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys that the first project is started with, and how each API is shown them. They open nothing else. */
public enum Key {
    ZAVU("STELE_BOOTSTRAP_ZAVU_KEY", "zv_live_benchbenchbenchbench", "Authorization", "Bearer "),
    KAPSO("STELE_BOOTSTRAP_KAPSO_KEY", "kapsobenchbenchbenchbench", "X-API-Key", ""),
    CHIRP_ADMIN("STELE_BOOTSTRAP_CHIRP_ADMIN_KEY", "sk_admin_benchbenchbenchbench", "Authorization", "Bearer "),
    CHIRP_APP("STELE_BOOTSTRAP_CHIRP_APP_KEY", "sk_live_app_benchbenchbenchbench", "Authorization", "Bearer ");

    private final String setting;
    private final String key;
    private final String header;
    private final String scheme;

    Key(String setting, String key, String header, String scheme) {
        this.setting = setting;
        this.key = key;
        this.header = header;
        this.scheme = scheme;
    }

    /** What a server is told of all of them. */
    public static Map<String, String> settings() {
        return Arrays.stream(values()).collect(Collectors.toMap(each -> each.setting, each -> each.key));
    }

    /** Those of a request that shows it, and has a body of JSON or none. */
    public Map<String, String> headers() {
        return Map.of(header, scheme + key, "Content-Type", "application/json");
    }
}
