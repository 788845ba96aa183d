package io.stele.server.start;

import static io.stele.server.start.Setting.STELE_BOOTSTRAP_CHIRP_ADMIN_KEY;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_CHIRP_APP_KEY;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_CHIRP_TEST_KEY;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_KAPSO_KEY;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_ZAVU_KEY;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_ZAVU_TEST_KEY;

import io.stele.core.address.PhoneNumber;
import io.stele.core.founding.Founder;
import io.stele.core.project.KeyKind;
import io.stele.core.project.Mode;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/**
 * Makes up what new projects are to have: a fictional number, which is not looked for among those of other projects and may be theirs too, ids of 15
 * digits as Meta's are, keys.
 */
public final class Plans {

    private static final String EMAIL_DOMAIN = "stele.test";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Plans() {}

    /** A project about which only the name is given. */
    public static Founder.Plan named(String name) {
        return new Founder.Plan(
                name,
                new PhoneNumber("+155501" + RANDOM.nextInt(10_000, 100_000)),
                fifteenDigits(),
                fifteenDigits(),
                EMAIL_DOMAIN,
                keys(new BootstrapSettings(Map.of(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    /**
     * The first project. The ids that are not set are always the same, so that of two nodes which start at once on one database
     * only one can make it.
     */
    static Founder.Plan first(BootstrapSettings settings) {
        return new Founder.Plan(
                "Default project",
                settings.phoneNumber().orElse(new PhoneNumber("+15550100100")),
                settings.phoneNumberIdOrUsual(),
                settings.businessAccountIdOrUsual(),
                EMAIL_DOMAIN,
                keys(settings));
    }

    private static Founder.Keys keys(BootstrapSettings settings) {
        return new Founder.Keys(
                settings.keyOrNew(STELE_BOOTSTRAP_ZAVU_KEY, KeyKind.ZAVU, Mode.LIVE),
                settings.keyOrNew(STELE_BOOTSTRAP_ZAVU_TEST_KEY, KeyKind.ZAVU, Mode.TEST),
                settings.keyOrNew(STELE_BOOTSTRAP_KAPSO_KEY, KeyKind.KAPSO, Mode.LIVE),
                settings.keyOrNew(STELE_BOOTSTRAP_CHIRP_ADMIN_KEY, KeyKind.CHIRP_ADMIN, Mode.LIVE),
                settings.keyOrNew(STELE_BOOTSTRAP_CHIRP_APP_KEY, KeyKind.CHIRP_APP, Mode.LIVE),
                settings.keyOrNew(STELE_BOOTSTRAP_CHIRP_TEST_KEY, KeyKind.CHIRP_APP, Mode.TEST));
    }

    private static String fifteenDigits() {
        return String.valueOf(RANDOM.nextLong(200_000_000_000_000L, 1_000_000_000_000_000L));
    }
}
