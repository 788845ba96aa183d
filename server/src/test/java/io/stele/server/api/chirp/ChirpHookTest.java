package io.stele.server.api.chirp;

import io.stele.server.Answer;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Base of the tests of apps' webhooks, which are reached by either family of paths. */
abstract class ChirpHookTest extends SteleServerTest {

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    /** By which paths, and so with which key, an app's webhooks are reached. */
    enum Surface {
        APP,
        ORGANIZATION
    }

    final String base(Surface surface, Tenant tenant) {
        return surface == Surface.APP ? "/v1/webhooks" : "/v1/organization/apps/" + app(tenant) + "/webhooks";
    }

    static String key(Surface surface, Tenant tenant) {
        return surface == Surface.APP ? tenant.chirpApp() : tenant.chirpAdmin();
    }

    final String app(Tenant tenant) {
        return http().get("/v1/organization/whatsapp/phone-numbers", tenant.chirpAdmin())
                .string("phoneNumbers", 0, "apps", 0, "appId");
    }

    final Answer call(String method, String path, String key, @Nullable String json) {
        Map<String, String> headers = json == null
                ? Map.of("Authorization", "Bearer " + key)
                : Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json");
        return http().send(method, path, headers, json == null ? null : json.replace('\'', '"'));
    }
}
