package io.stele.server.api.kapso;

import io.stele.server.http.UnservedPaths;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The families of Kapso's API that this server does not speak (contract §2, §3), also those known only by name. */
final class OtherFamilies {

    private static final String V = Paths.PROXY;
    private static final String P = Paths.PLATFORM_ROOT;
    private static final String[] ANY = {"GET", "POST", "PUT", "PATCH", "DELETE"};

    /** Each path with its methods. What stands alone behind the version is Meta's id of something, a number. */
    private static final Map<String, Set<String>> PATHS = Map.ofEntries(
            path(V + "/{id:[0-9]+}", "POST", "DELETE"),
            path(V + "/{id}/marketing_messages", "POST"),
            path(V + "/{id}/media", "POST"),
            path(V + "/{id}/message_templates", "GET", "POST", "PUT", "DELETE"),
            path(V + "/{id}/message_templates/{templateId}", "GET"),
            path(V + "/{id}/whatsapp_business_profile", "GET", "POST"),
            path(V + "/{id}/phone_numbers", "GET"),
            path(V + "/{id}/request_code", "POST"),
            path(V + "/{id}/verify_code", "POST"),
            path(V + "/{id}/register", "POST"),
            path(V + "/{id}/deregister", "POST"),
            path(V + "/{id}/settings", "GET", "POST"),
            path(V + "/{id}/username", "GET", "POST", "DELETE"),
            path(V + "/{id}/username_suggestions", "GET"),
            path(V + "/{id}/block_users", "GET", "POST", "DELETE"),
            path(V + "/{id}/calls", "GET", "POST"),
            path(V + "/{id}/call_permissions", "GET"),
            path(V + "/{id}/flows", "GET", "POST"),
            path(V + "/{id}/assets", "GET", "POST"),
            path(V + "/{id}/publish", "POST"),
            path(V + "/{id}/deprecate", "POST"),
            path(V + "/flows/{id}", "DELETE"),
            path(Paths.PLATFORM + "/conversations/{id}/assignments", "GET", "POST"),
            path(Paths.PLATFORM + "/conversations/{id}/assignments/{assignment}", "GET", "PATCH"),
            path(Paths.PLATFORM + "/contacts", "POST"),
            path(Paths.PLATFORM + "/contacts/{id}", "DELETE"),
            path(Paths.PLATFORM + "/contacts/{id}/marketing_preferences", "GET"),
            path(Paths.PLATFORM + "/contacts/{id}/marketing_preferences/{number}", "GET"),
            path(Paths.PLATFORM + "/phone_numbers/{id}/health", "GET"),
            path(Paths.PLATFORM + "/phone_numbers/{id}/display_name_requests", "GET", "POST"),
            path(Paths.PLATFORM + "/phone_numbers/{id}/display_name_requests/{request}", "GET"),
            path(Paths.PLATFORM + "/media", "POST"),
            path(Paths.PLATFORM + "/broadcasts", "GET", "POST"),
            path(Paths.PLATFORM + "/broadcasts/{id}", "GET", "PATCH"),
            path(Paths.PLATFORM + "/broadcasts/{id}/recipients", "GET", "POST", "DELETE"),
            path(Paths.PLATFORM + "/broadcasts/{id}/send", "POST"),
            path(Paths.PLATFORM + "/broadcasts/{id}/schedule", "POST"),
            path(Paths.PLATFORM + "/broadcasts/{id}/cancel", "POST"),
            path(Paths.PLATFORM + "/flows", ANY),
            path(Paths.PLATFORM + "/flows/{rest:.*}", ANY),
            path(P + "/customers/{id}/setup_links", "GET", "POST"),
            path(P + "/customers/{id}/setup_links/{link}", "PATCH"),
            path(P + "/api_logs", "GET"),
            path(P + "/log_search", "GET", "POST"),
            path(P + "/log_search/catalog", "GET"),
            path(P + "/users", "GET"),
            path(P + "/inbox_embeds", ANY),
            path(P + "/inbox_embeds/{rest:.*}", ANY),
            path(P + "/events", ANY),
            path(P + "/events/{rest:.*}", ANY),
            path(P + "/event-definitions", ANY),
            path(P + "/event-definitions/{rest:.*}", ANY),
            path(P + "/findings", ANY),
            path(P + "/findings/{rest:.*}", ANY),
            path(P + "/notifications", ANY),
            path(P + "/notifications/{rest:.*}", ANY),
            path(P + "/provider_models", ANY),
            path(P + "/workflows", ANY),
            path(P + "/workflows/{rest:.*}", ANY),
            path(P + "/workflow_executions", ANY),
            path(P + "/workflow_executions/{rest:.*}", ANY),
            path(P + "/triggers", ANY),
            path(P + "/triggers/{rest:.*}", ANY),
            path(P + "/functions", ANY),
            path(P + "/functions/{rest:.*}", ANY),
            path(P + "/integrations", ANY),
            path(P + "/integrations/{rest:.*}", ANY),
            path(P + "/databases", ANY),
            path(P + "/databases/{rest:.*}", ANY),
            path(P + "/db/{rest:.*}", ANY));

    static final UnservedPaths TABLE = new UnservedPaths(PATHS);

    private OtherFamilies() {}

    private static Map.Entry<String, Set<String>> path(String path, String... methods) {
        return Map.entry(path, Set.copyOf(Stream.of(methods).toList()));
    }
}
