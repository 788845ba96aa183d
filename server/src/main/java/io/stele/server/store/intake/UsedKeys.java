package io.stele.server.store.intake;

import io.stele.core.identity.Ksuid;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.Submission;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import io.stele.server.store.people.Scopes;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * @return the keys that another had used first
     */
    static Set<Key> claim(Session session, Collection<Claim> claims) {
        List<Claim> sorted = claims.stream().sorted(ORDER).toList();
        List<List<Object>> rows = new ArrayList<>();
        sorted.forEach(claim -> rows.add(List.of(
                claim.key().scope().project().value(), claim.key().scope().mode(), claim.key().text(),
                claim.use().fingerprint(), claim.use().message().value(), claim.at())));
        int[] made = session.insertAll(
                """
                insert into idempotency (project_id, mode, idempotency_key, fingerprint, message_id, created_at)
                values (?, ?, ?, ?, ?, ?)""",
                rows);
        Set<Key> taken = new HashSet<>();
        for (int i = 0; i < made.length; i++) {
            if (made[i] == 0) {
                taken.add(sorted.get(i).key());
            }
        }
        return taken;
    }

    private static MessageId id(Ksuid value) {
        return new MessageId(value);
    }
}
