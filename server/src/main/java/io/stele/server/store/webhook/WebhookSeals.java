package io.stele.server.store.webhook;

import io.stele.core.identity.Ksuid;
import io.stele.server.secret.SealedRows;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys with which the secrets and headers of webhooks are sealed. */
@Singleton
final class WebhookSeals implements SealedRows {

    private final Database database;

    WebhookSeals(Database database) {
        this.database = database;
    }

    private record Sealed(Ksuid webhook, String headers, @Nullable String secret) {

        Stream<String> keyIds() {
            return Stream.of(headers, secret).flatMap(Stream::ofNullable).map(SecretKeys::keyId);
        }

        boolean isSealedWith(String key) {
            return keyIds().anyMatch(key::equals);
        }

        /** The row with both sealed anew; what it was goes along, so that a change by another is not undone. */
        List<@Nullable Object> renewed(SecretKeys keys) {
            return Arrays.asList(
                    renewed(keys, Seals.HEADERS, headers),
                    secret == null ? null : renewed(keys, Seals.SECRET, secret),
                    webhook,
                    headers,
                    secret);
        }

        private String renewed(SecretKeys keys, String what, String sealed) {
            String place = Seals.place(webhook, what);
            return keys.seal(
                    place,
                    keys.open(place, sealed)
                            .orElseThrow(() -> new IllegalStateException(
                                    "the " + what + " of the webhook " + webhook + " cannot be opened")));
        }
    }

    @Override
    public Set<String> keyIds() {
        Set<String> ids = new TreeSet<>();
        all().forEach(sealed -> sealed.keyIds().forEach(ids::add));
        return ids;
    }

    @Override
    public void renew(SecretKeys keys, String other) {
        List<List<@Nullable Object>> renewals = new ArrayList<>();
        all().stream().filter(sealed -> sealed.isSealedWith(other)).forEach(sealed -> renewals.add(sealed.renewed(keys)));
        database.write(session -> session.batch(
                """
                update webhook set headers = ?, secret = ?
                where id = ? and headers = ? and secret is not distinct from cast(? as varchar)""",
                renewals));
    }

    private List<Sealed> all() {
        return database.read(session -> session.list(
                row -> new Sealed(row.ksuid("id"), row.text("headers"), row.textOrNull("secret")),
                "select id, headers, secret from webhook order by id"));
    }
}
