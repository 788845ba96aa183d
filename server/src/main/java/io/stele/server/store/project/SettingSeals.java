package io.stele.server.store.project;

import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.server.secret.SealedRows;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The keys with which the settings of endpoints are sealed. */
@Singleton
public final class SettingSeals implements SealedRows {

    private static final int AT_ONCE = 500;

    private final Database database;

    SettingSeals(Database database) {
        this.database = database;
    }

    private record Sealed(UUID project, Ksuid endpoint, String name, String value) {

        static Sealed of(Row row) {
            return new Sealed(row.uuid("project_id"), row.ksuid("endpoint_id"), row.text("name"), row.text("sealed"));
        }

        String place() {
            return SettingValues.place(new EndpointId(endpoint), name);
        }
    }

    @Override
    public Set<String> keyIds() {
        List<String> ids = database.read(session ->
                session.list(row -> row.text("key_id"), "select distinct key_id from endpoint_setting"));
        return new TreeSet<>(ids);
    }

    @Override
    public void renew(SecretKeys keys, String other) {
        boolean isMore = true;
        while (isMore) {
            List<Sealed> some = database.read(session -> session.list(
                    Sealed::of,
                    "select project_id, endpoint_id, name, sealed from endpoint_setting where key_id = ? limit " + AT_ONCE,
                    other));
            List<List<Object>> renewals = some.stream().map(sealed -> renewal(keys, sealed)).toList();
            database.write(session -> session.batch(
                    """
                    update endpoint_setting set sealed = ?, key_id = ?
                    where project_id = ? and endpoint_id = ? and name = ? and sealed = ?""",
                    renewals));
            isMore = some.size() == AT_ONCE;
        }
    }

    private static List<Object> renewal(SecretKeys keys, Sealed old) {
        Optional<String> value = keys.open(old.place(), old.value());
        String sealed = keys.seal(
                old.place(),
                value.orElseThrow(() -> new IllegalStateException(
                        "the setting " + old.name() + " of the endpoint " + old.endpoint() + " cannot be opened")));
        return List.of(sealed, SecretKeys.keyId(sealed), old.project(), old.endpoint(), old.name(), old.value());
    }
}
