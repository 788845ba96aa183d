package io.stele.core.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of an app secret when another is set. An app has one secret and many numbers, each of which is told of a new secret by a call of its
 * own: meanwhile both are good. Who sets the same secret once more takes the earlier one away.
 *
 * @param settings those that are given another value
 * @param withoutSettings the names of those that are taken away
 */
record SecretRotation(Map<String, String> settings, Set<String> withoutSettings) {

    /** How long the earlier secret is good. */
    static final Duration OVERLAP = Duration.ofHours(1);

    /** Settings that nobody sets but this. */
    static final Set<String> NAMES = Set.of(WhatsApp.EARLIER_APP_SECRET, WhatsApp.EARLIER_APP_SECRET_UNTIL);

    /**
     * Completes a change of settings.
     *
     * @param kept the endpoint's settings before
     * @param changed those that are given a value
     */
    static SecretRotation of(Map<String, String> kept, Map<String, String> changed, Instant now) {
        String fresh = changed.get(WhatsApp.APP_SECRET);
        String earlier = kept.get(WhatsApp.APP_SECRET);
        if (fresh == null || earlier == null) {
            return new SecretRotation(changed, Set.of());
        }
        if (fresh.equals(earlier)) {
            return new SecretRotation(changed, NAMES);
        }
        Map<String, String> all = new HashMap<>(changed);
        all.put(WhatsApp.EARLIER_APP_SECRET, earlier);
        all.put(WhatsApp.EARLIER_APP_SECRET_UNTIL, now.plus(OVERLAP).toString());
        return new SecretRotation(all, Set.of());
    }

    /** Never the settings: some of them are secret. */
    @Override
    public String toString() {
        return "SecretRotation[" + settings.keySet() + "]";
    }
}
