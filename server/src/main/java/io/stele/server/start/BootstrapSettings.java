package io.stele.server.start;

import static io.stele.server.start.Setting.STELE_BOOTSTRAP_CHIRP_ADMIN_KEY;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_CHIRP_APP_KEY;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_CHIRP_TEST_KEY;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_KAPSO_KEY;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_PHONE_NUMBER;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_PHONE_NUMBER_ID;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_WABA_ID;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_ZAVU_KEY;
import static io.stele.server.start.Setting.STELE_BOOTSTRAP_ZAVU_TEST_KEY;

import io.stele.core.address.PhoneNumber;
import io.stele.core.project.ApiKey;
import io.stele.core.project.KeyKind;
import io.stele.core.project.Mode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the first project is to have; what is not set is made up.
 *
 * @param keys by the settings that give them
 */
public record BootstrapSettings(
        Map<Setting, ApiKey> keys,
        Optional<PhoneNumber> phoneNumber,
        Optional<String> phoneNumberId,
        Optional<String> businessAccountId) {

    private static final Pattern SECRET = Pattern.compile("[!-~]{16,200}");
    private static final String CHARACTERS = "16 to 200 printable characters without spaces";

    /** What the keys of Chirp and of Zavu begin with, whatever they open. */
    private static final List<String> OTHERS = List.of("sk_", "zv_");

    private static final String USUAL_NUMBER = "100000000000001";
    private static final String USUAL_ACCOUNT = "200000000000001";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public BootstrapSettings {
        keys = Map.copyOf(keys);
    }

    /** @throws SettingsException when one is wrong, or both ids are the same */
    static BootstrapSettings of(SettingValues values) {
        Map<Setting, ApiKey> keys = new EnumMap<>(Setting.class);
        read(values, STELE_BOOTSTRAP_ZAVU_KEY, ApiKey.prefix(KeyKind.ZAVU, Mode.LIVE), keys);
        read(values, STELE_BOOTSTRAP_ZAVU_TEST_KEY, ApiKey.prefix(KeyKind.ZAVU, Mode.TEST), keys);
        readKapso(values, keys);
        read(values, STELE_BOOTSTRAP_CHIRP_ADMIN_KEY, ApiKey.prefix(KeyKind.CHIRP_ADMIN, Mode.LIVE), keys);
        read(values, STELE_BOOTSTRAP_CHIRP_APP_KEY, ApiKey.prefix(KeyKind.CHIRP_APP, Mode.LIVE), keys);
        read(values, STELE_BOOTSTRAP_CHIRP_TEST_KEY, ApiKey.prefix(KeyKind.CHIRP_APP, Mode.TEST), keys);
        BootstrapSettings settings = new BootstrapSettings(
                keys,
                values.read(
                        STELE_BOOTSTRAP_PHONE_NUMBER, "a phone number in E.164, such as +15550100100", PhoneNumber::parse),
                id(values, STELE_BOOTSTRAP_PHONE_NUMBER_ID),
                id(values, STELE_BOOTSTRAP_WABA_ID));
        if (settings.phoneNumberIdOrUsual().equals(settings.businessAccountIdOrUsual())) {
            throw new SettingsException(
                    STELE_BOOTSTRAP_PHONE_NUMBER_ID, "another id than " + STELE_BOOTSTRAP_WABA_ID + ", which is " + USUAL_ACCOUNT
                            + " unless it is set, as this is " + USUAL_NUMBER);
        }
        return settings;
    }

    /** What Kapso's paths call the number. */
    String phoneNumberIdOrUsual() {
        return phoneNumberId.orElse(USUAL_NUMBER);
    }

    /** What they call its account. */
    String businessAccountIdOrUsual() {
        return businessAccountId.orElse(USUAL_ACCOUNT);
    }

    /** The key of this setting, or a new one. */
    ApiKey keyOrNew(Setting setting, KeyKind kind, Mode mode) {
        ApiKey given = keys.get(setting);
        return given == null ? ApiKey.generate(ApiKey.prefix(kind, mode)) : given;
    }

    /** The prefix is public, so that what makes the key a secret must come after it. */
    private static void read(SettingValues values, Setting setting, String prefix, Map<Setting, ApiKey> keys) {
        values.read(setting, CHARACTERS + " after the prefix " + prefix, text -> Optional.of(text)
                        .filter(key -> key.startsWith(prefix)
                                && SECRET.matcher(key.substring(prefix.length())).matches()))
                .ifPresent(key -> keys.put(setting, new ApiKey(key)));
    }

    /** Kapso's keys have no prefix of their own; they cannot have another API's, or they would be taken for its keys. */
    private static void readKapso(SettingValues values, Map<Setting, ApiKey> keys) {
        values.read(
                        STELE_BOOTSTRAP_KAPSO_KEY,
                        CHARACTERS + " that do not begin with " + String.join(" or ", OTHERS),
                        text -> Optional.of(text)
                                .filter(key -> SECRET.matcher(key).matches()
                                        && OTHERS.stream().noneMatch(key::startsWith)))
                .ifPresent(key -> keys.put(STELE_BOOTSTRAP_KAPSO_KEY, new ApiKey(key)));
    }

    private static Optional<String> id(SettingValues values, Setting setting) {
        return values.read(setting, "1 to 64 letters, digits, dashes and underscores", text -> Optional.of(text)
                .filter(id -> ID.matcher(id).matches()));
    }
}
