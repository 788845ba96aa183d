package io.stele.server.start;

import io.micronaut.context.BeanProvider;
import io.stele.server.secret.SealedRows;
import io.stele.server.secret.SecretKeys;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it, at a start, that what is sealed can be opened. */
@Singleton
final class Seals {

    private static final Logger LOG = LoggerFactory.getLogger(Seals.class);

    private final List<SealedRows> seals;
    private final BeanProvider<SecretKeys> keys;
    private final Settings settings;

    Seals(List<SealedRows> seals, BeanProvider<SecretKeys> keys, Settings settings) {
        this.seals = seals;
        this.keys = keys;
        this.settings = settings;
    }

    /**
     * Seals everything with the first key, so that further keys are not needed after this.
     *
     * @throws SettingsException when something is sealed with a key that is not among ours; nothing has been changed then
     */
    void bringUpToDate() {
        Set<String> used = new TreeSet<>();
        seals.forEach(rows -> used.addAll(rows.keyIds()));
        if (used.isEmpty()) {
            return;
        }
        if (!settings.secrets().haveKey()) {
            throw missing(used.iterator().next());
        }
        SecretKeys ours = keys.get();
        used.stream().filter(id -> !ours.has(id)).findFirst().ifPresent(id -> {
            throw missing(id);
        });
        used.stream().filter(id -> !id.equals(ours.sealingKeyId())).forEach(id -> {
            seals.forEach(rows -> rows.renew(ours, id));
            LOG.info("What was sealed with the key {} is sealed with {} now", id, ours.sealingKeyId());
        });
    }

    private SettingsException missing(String id) {
        String where = settings.secrets().keys().isEmpty()
                ? "; it is not set, and no file secret.key in the data directory holds it"
                : "; none of its keys is that";
        return new SettingsException(Setting.STELE_SECRET_KEY + " must have the key " + id
                + ", with which secrets in the database are sealed" + where + ".");
    }
}
