package io.stele.server.start;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.address.PhoneNumber;
import io.stele.core.connection.WhatsApp;
import io.stele.core.project.ProjectId;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A WhatsApp number that is to be connected at each start.
 *
 * @param listed where the settings file has it
 * @param name for people; empty leaves it to others
 * @param project empty for the first one
 * @param settings what its connector needs to know, in clear
 */
public record DeclaredNumber(
        ListedNumber listed,
        PhoneNumber phoneNumber,
        String phoneNumberId,
        String businessAccountId,
        Optional<String> name,
        Optional<ProjectId> project,
        Map<String, String> settings) {

    static final String PHONE_NUMBER = "phone-number";
    static final String PHONE_NUMBER_ID = "phone-number-id";
    static final String PROJECT = "project";

    private static final String BUSINESS_ACCOUNT_ID = "waba-id";
    private static final String NAME = "name";
    private static final String URL = "url";
    private static final String VERSION = "version";
    private static final String ACCESS_TOKEN = "access-token";
    private static final String APP_SECRET = "app-secret";
    private static final String VERIFY_TOKEN = "verify-token";
    private static final Set<String> MEMBERS = Set.of(
            PHONE_NUMBER,
            PHONE_NUMBER_ID,
            BUSINESS_ACCOUNT_ID,
            NAME,
            PROJECT,
            URL,
            VERSION,
            ACCESS_TOKEN,
            APP_SECRET,
            VERIFY_TOKEN);

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern ID = Pattern.compile("[0-9]{1,32}");
    private static final Pattern SECRET = Pattern.compile("[!-~]{1,1024}");
    private static final Pattern VERSION_FORM = Pattern.compile("v[0-9]{1,3}\\.[0-9]{1,3}");
    private static final int LONGEST_NAME = 255;
    private static final int UUID_LENGTH = 36;

    public DeclaredNumber {
        settings = Map.copyOf(settings);
    }

    /**
     * Checks the numbers of a settings file. What is written <code>${NAME}</code> is the environment's variable of that name.
     *
     * @throws SettingsException when one is wrong
     */
    static List<DeclaredNumber> of(List<ListedNumber> listed, Map<String, String> environment, Optional<URI> graph) {
        List<DeclaredNumber> numbers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ListedNumber each : listed) {
            DeclaredNumber number = new Reading(each, environment).number(graph);
            if (!ids.add(number.phoneNumberId())) {
                throw each.wrong(PHONE_NUMBER_ID, "is that of another number of the list");
            }
            numbers.add(number);
        }
        return List.copyOf(numbers);
    }

    /** Never the settings: some of them are secret. */
    @Override
    public String toString() {
        return "DeclaredNumber[" + phoneNumberId + "]";
    }

    /** Reads one number. */
    private record Reading(ListedNumber listed, Map<String, String> environment) {

        DeclaredNumber number(Optional<URI> graph) {
            new TreeSet<>(listed.members().keySet())
                    .stream().filter(member -> !MEMBERS.contains(member)).findFirst().ifPresent(unknown -> {
                        throw listed.wrong(unknown, "is no member of a number");
                    });
            return new DeclaredNumber(
                    listed,
                    required(PHONE_NUMBER, "a phone number in E.164, such as +15550100100", PhoneNumber::parse),
                    required(PHONE_NUMBER_ID, "Meta's id of the number, which is of digits", matching(ID)),
                    required(BUSINESS_ACCOUNT_ID, "Meta's id of the business account, which is of digits", matching(ID)),
                    read(NAME, "at most " + LONGEST_NAME + " characters", text -> Optional.of(text)
                            .filter(name -> name.codePointCount(0, name.length()) <= LONGEST_NAME)),
                    read(PROJECT, "the id of a project", Reading::project),
                    settings(graph));
        }

        private Map<String, String> settings(Optional<URI> graph) {
            Map<String, String> settings = new HashMap<>();
            String secret = "1 to 1024 printable characters without spaces";
            settings.put(WhatsApp.ACCESS_TOKEN, required(ACCESS_TOKEN, secret, matching(SECRET)));
            read(APP_SECRET, secret, matching(SECRET)).ifPresent(text -> settings.put(WhatsApp.APP_SECRET, text));
            read(VERIFY_TOKEN, secret, matching(SECRET)).ifPresent(text -> settings.put(WhatsApp.VERIFY_TOKEN, text));
            read(VERSION, "a version of Graph, such as v23.0", matching(VERSION_FORM))
                    .ifPresent(text -> settings.put(WhatsApp.VERSION, text));
            read(URL, Settings.URL, Settings::url)
                    .or(() -> graph)
                    .ifPresent(url -> settings.put(WhatsApp.URL, url.toString()));
            return settings;
        }

        private <T> T required(String member, String expectation, Function<String, Optional<T>> reader) {
            return read(member, expectation, reader).orElseThrow(() -> listed.wrong(member, "is missing"));
        }

        private <T> Optional<T> read(String member, String expectation, Function<String, Optional<T>> reader) {
            return Optional.ofNullable(listed.members().get(member))
                    .map(written -> value(member, written))
                    .map(text -> reader.apply(text)
                            .orElseThrow(() -> listed.wrong(member, "must be " + expectation)));
        }

        private String value(String member, String written) {
            Matcher variable = VARIABLE.matcher(written);
            if (!variable.matches()) {
                return written;
            }
            String value = environment.getOrDefault(variable.group(1), "").strip();
            if (value.isEmpty()) {
                throw listed.wrong(member, "names the environment variable " + variable.group(1) + ", which is not set");
            }
            return value;
        }

        private static Function<String, Optional<String>> matching(Pattern form) {
            return text -> Optional.of(text).filter(each -> form.matcher(each).matches());
        }

        /** As the banner and Zavu show it, or as Kapso and the database do. */
        private static Optional<ProjectId> project(String text) {
            try {
                return (text.length() == UUID_LENGTH ? Optional.of(UUID.fromString(text)) : ZavuIds.uuid(text))
                        .map(ProjectId::new);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
