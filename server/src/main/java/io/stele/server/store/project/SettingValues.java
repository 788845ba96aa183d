package io.stele.server.store.project;

import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.project.ProjectId;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What connectors need to know of endpoints, one row a value, each sealed for its place. */
final class SettingValues {

    private SettingValues() {}

    /** Where a value is kept, which it is sealed for. */
    static String place(EndpointId endpoint, String name) {
        return "endpoint_setting/" + endpoint.value() + "/" + name;
    }

    /** Writes these values, and leaves the endpoint's others as they are. */
    static void put(
            Session session,
            SecretKeys keys,
            ProjectId project,
            EndpointId endpoint,
            Map<String, String> values,
            Instant now) {
        take(session, project, endpoint, values.keySet());
        session.batch(
                "insert into endpoint_setting (project_id, endpoint_id, name, key_id, sealed, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                values.entrySet().stream()
                        .map(value -> row(keys, project, endpoint, value, now))
                        .toList());
    }

    private static List<Object> row(
            SecretKeys keys, ProjectId project, EndpointId endpoint, Map.Entry<String, String> value, Instant now) {
        String sealed = keys.seal(place(endpoint, value.getKey()), value.getValue());
        return List.of(
                project.value(), endpoint.value(), value.getKey(), SecretKeys.keyId(sealed), sealed, now);
    }

    /** Takes these values away. */
    static void take(Session session, ProjectId project, EndpointId endpoint, Collection<String> names) {
        session.batch(
                "delete from endpoint_setting where project_id = ? and endpoint_id = ? and name = ?",
                names.stream()
                        .map(name -> List.of(project.value(), endpoint.value(), name))
                        .toList());
    }

    /** Takes all of the endpoint's values away. */
    static void takeAll(Session session, ProjectId project, EndpointId endpoint) {
        session.update(
                "delete from endpoint_setting where project_id = ? and endpoint_id = ?",
                project.value(),
                endpoint.value());
    }

    /** The endpoint's values by their names, as they are kept. */
    static Map<String, String> sealed(Session session, Endpoint endpoint) {
        Map<String, String> found = new HashMap<>();
        session.each(
                row -> found.put(row.text("name"), row.text("sealed")),
                "select name, sealed from endpoint_setting where project_id = ? and endpoint_id = ?",
                endpoint.scope().project().value(),
                endpoint.id().value());
        return found;
    }
}
