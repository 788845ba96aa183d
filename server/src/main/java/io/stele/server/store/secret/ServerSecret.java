package io.stele.server.store.secret;

import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secret of this server: random, made by the first node that needs it, kept in the database, the same on every node and after every start.
 * It is never used itself. Each purpose has a key of its own, derived from it by the purpose's name, so that what one key gives away tells
 * nothing of the others. Safe for concurrent use.
 */
@Singleton
public final class ServerSecret {

    private static final String NAME = "server";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final Database database;
    private final InstantSource clock;
    private volatile byte @Nullable [] known;

    ServerSecret(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The key for this purpose: 32 bytes. A purpose that is called otherwise has another key. */
    public byte[] key(String purpose) {
        return authentication(secret(), purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256 of the bytes under the key for this purpose: 32 bytes. */
    public byte[] sign(String purpose, byte[] bytes) {
        return authentication(key(purpose), bytes);
    }

    private byte[] secret() {
        byte[] secret = known;
        if (secret == null) {
            secret = madeOnce();
            known = secret;
        }
        return secret;
    }

    /** Whoever comes first has made it. */
    private byte[] madeOnce() {
        byte[] proposed = new byte[BYTES];
        new SecureRandom().nextBytes(proposed);
        return database.write(session -> {
            session.insert(
                    "insert into server_secret (name, secret, created_at) values (?, ?, ?)",
                    NAME,
                    proposed,
                    clock.instant());
            return session.first(row -> row.bytes("secret"), "select secret from server_secret where name = ?", NAME)
                    .orElseThrow();
        });
    }

    private static byte[] authentication(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
