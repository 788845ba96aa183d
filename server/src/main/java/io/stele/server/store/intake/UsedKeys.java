package io.stele.server.store.intake;

import io.stele.core.identity.Ksuid;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.Submission;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.RunAgainException;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The idempotency keys that were used: who used a key first has it. */
final class UsedKeys {

    /** A key within its scope. */
    record Key(Scope scope, String text) {

        static @Nullable Key of(Submission submission) {
            IdempotencyKey key = submission.draft().idempotency();
            return key == null ? null : new Key(submission.scope(), Values.storable(key.key()));
        }
    }

    /** What a key was used for. */
    record Use(String fingerprint, MessageId message) {}

    /** A key that is to be used. */
    record Claim(Key key, Use use, Instant at) {}

    private static final Comparator<Claim> ORDER = Comparator.comparing(
                    (Claim claim) -> claim.key().scope().project().value())
            .thenComparing(claim -> claim.key().scope().mode())
            .thenComparing(claim -> claim.key().text());

    private UsedKeys() {}

    /** What was committed under these keys. */
    static Map<Key, Use> among(Session session, Collection<Key> keys) {
        Map<Key, Use> used = new HashMap<>();
        if (!keys.isEmpty()) {
            List<Key> list = List.copyOf(keys);
            session.each(row -> used.put(
                            new Key(Scopes.read(row), row.text("idempotency_key")),
                            new Use(row.text("fingerprint"), id(row.ksuid("message_id")))),
                    """
                    select i.project_id, i.mode, i.idempotency_key, i.fingerprint, i.message_id
                    from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as varchar array))
                        as k(project_id, mode, idempotency_key)
                    join idempotency i on i.project_id = k.project_id and i.mode = k.mode
                        and i.idempotency_key = k.idempotency_key""",
                    list.stream().map(key -> key.scope().project().value()).toList(),
                    list.stream().map(key -> key.scope().mode()).toList(),
                    list.stream().map(Key::text).toList());
        }
        return used;
    }

    /**
     * Uses keys, each for the first time in this transaction. Where another transaction is using one, this waits for what becomes of it. Keys are taken
     * in one order, so that two transactions never wait for each other.
     *
     * @return what the keys were used for that another had used first
     * @throws RunAgainException when such a key has been forgotten in between
     */
    static Map<Key, Use> claim(Session session, Collection<Claim> claims) {
        List<List<Object>> rows = new ArrayList<>();
        claims.stream().sorted(ORDER).forEach(claim -> rows.add(List.of(
                claim.key().scope().project().value(), claim.key().scope().mode(), claim.key().text(),
                claim.use().fingerprint(), claim.use().message().value(), claim.at())));
        session.insertTogether(
                """
                insert into idempotency (project_id, mode, idempotency_key, fingerprint, message_id, created_at)
                values (?, ?, ?, ?, ?, ?)""",
                rows);
        Map<Key, Use> owners = among(session, claims.stream().map(Claim::key).toList());
        Map<Key, Use> earlier = new HashMap<>();
        for (Claim claim : claims) {
            Use use = owners.get(claim.key());
            if (use == null) {
                throw new RunAgainException("a used key has just been forgotten");
            }
            if (!use.equals(claim.use())) {
                earlier.put(claim.key(), use);
            }
        }
        return earlier;
    }

    private static MessageId id(Ksuid value) {
        return new MessageId(value);
    }
}
