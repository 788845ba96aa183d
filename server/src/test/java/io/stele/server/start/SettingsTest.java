package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stele.adapters.connector.sandbox.SandboxClock;
import io.stele.adapters.http.AddressGuard;
import io.stele.adapters.http.Cidr;
import io.stele.core.address.PhoneNumber;
import io.stele.core.project.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    private Path directory;

    @Test
    void nothingNeedsToBeSet() {
        Settings settings = read(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.operatorToken()).isEmpty();
        assertThat(settings.rateLimit()).isZero();
        assertThat(settings.mediaLimit()).isEqualTo(100);
        assertThat(settings.mediaRetentionDays()).isEmpty();
        assertThat(settings.eventRetentionDays()).isEqualTo(30);
        assertThat(settings.sandboxClock()).isEqualTo(SandboxClock.STANDARD);
        assertThat(settings.webhookGuard()).isEqualTo(AddressGuard.PUBLIC_ONLY);
        assertThat(settings.webhookLimit()).isEqualTo(1_000);
        assertThat(settings.bootstrap().keys()).isEmpty();
        assertThat(settings.database().url()).startsWith("jdbc:h2:file:failstop:" + directory.resolve("data").resolve("stele"));
    }

    @Test
    void everythingCanBeSetInTheEnvironment() {
        Settings settings = read(Map.ofEntries(
                Map.entry("STELE_PORT", "9090"),
                Map.entry("STELE_PUBLIC_URL", "https://stele.example.com/gateway"),
                Map.entry("STELE_DATABASE_URL", "jdbc:postgresql://db.example.com/stele"),
                Map.entry("STELE_DATABASE_USERNAME", "writer"),
                Map.entry("STELE_DATABASE_PASSWORD", "correct horse"),
                Map.entry("STELE_OPERATOR_TOKEN", "operator-token"),
                Map.entry("STELE_RATE_LIMIT", "600"),
                Map.entry("STELE_MEDIA_LIMIT", "16"),
                Map.entry("STELE_MEDIA_RETENTION_DAYS", "90"),
                Map.entry("STELE_EVENT_RETENTION_DAYS", "7"),
                Map.entry("STELE_SANDBOX_CLOCK", "1,2,never"),
                Map.entry("STELE_WEBHOOK_ALLOW", "10.1.0.0/16, fd00::/8,192.168.7.7"),
                Map.entry("STELE_WEBHOOK_LIMIT", "50"),
                Map.entry("STELE_BOOTSTRAP_ZAVU_KEY", "zv_live_0123456789abcdef"),
                Map.entry("STELE_BOOTSTRAP_ZAVU_TEST_KEY", "zv_test_0123456789abcdef"),
                Map.entry("STELE_BOOTSTRAP_KAPSO_KEY", "anything-of-mine"),
                Map.entry("STELE_BOOTSTRAP_CHIRP_ADMIN_KEY", "sk_admin_0123456789abcdef"),
                Map.entry("STELE_BOOTSTRAP_CHIRP_APP_KEY", "sk_live_app_0123456789abcdef"),
                Map.entry("STELE_BOOTSTRAP_CHIRP_TEST_KEY", "sk_test_app_0123456789abcdef"),
                Map.entry("STELE_BOOTSTRAP_PHONE_NUMBER", "+56912345678"),
                Map.entry("STELE_BOOTSTRAP_PHONE_NUMBER_ID", "123456789012345"),
                Map.entry("STELE_BOOTSTRAP_WABA_ID", "waba-1")));

        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.publicUrl()).contains(URI.create("https://stele.example.com/gateway"));
        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings(
                        "jdbc:postgresql://db.example.com/stele", "writer", "correct horse", false));
        assertThat(settings.operatorToken()).contains("operator-token");
        assertThat(settings.rateLimit()).isEqualTo(600);
        assertThat(settings.mediaLimit()).isEqualTo(16);
        assertThat(settings.webhookLimit()).isEqualTo(50);
        assertThat(settings.mediaRetentionDays()).hasValue(90);
        assertThat(settings.eventRetentionDays()).isEqualTo(7);
        assertThat(settings.sandboxClock())
                .isEqualTo(new SandboxClock(Duration.ofMillis(1), Duration.ofMillis(2), null));
        assertThat(settings.webhookGuard().allowed())
                .extracting(Cidr::toString)
                .containsExactly("10.1.0.0/16", "fd00:0:0:0:0:0:0:0/8", "192.168.7.7/32");
        assertThat(settings.bootstrap().keys().values())
                .extracting(ApiKey::value)
                .containsExactlyInAnyOrder(
                        "zv_live_0123456789abcdef",
                        "zv_test_0123456789abcdef",
                        "anything-of-mine",
                        "sk_admin_0123456789abcdef",
                        "sk_live_app_0123456789abcdef",
                        "sk_test_app_0123456789abcdef");
        assertThat(settings.bootstrap().phoneNumber()).contains(new PhoneNumber("+56912345678"));
        assertThat(settings.bootstrap().phoneNumberId()).contains("123456789012345");
        assertThat(settings.bootstrap().businessAccountId()).contains("waba-1");
    }

    @Test
    void theDataDirectoryIsTakenFromTheWorkingDirectory() {
        assertThat(read(Map.of("STELE_DATA_DIR", "kept")).database().url())
                .startsWith("jdbc:h2:file:failstop:" + directory.resolve("kept").resolve("stele") + ";");
    }

    @Test
    void h2IsGivenTheOptionsThatTheStoreNeeds() {
        assertThat(read(Map.of("STELE_DATABASE_URL", "jdbc:h2:mem:test;lock_timeout=1")).database().url())
                .isEqualTo("jdbc:h2:mem:test;lock_timeout=1"
                        + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE;DEFAULT_NULL_ORDERING=HIGH;MODE=PostgreSQL"
                        + ";OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=100;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;WRITE_DELAY=0");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:/srv/stele, jdbc:h2:file:failstop:/srv/stele;",
        "jdbc:h2:./stele, jdbc:h2:file:failstop:./stele;",
        "jdbc:h2:file:~/stele, jdbc:h2:file:failstop:~/stele;",
        "jdbc:h2:mem:stele, jdbc:h2:mem:stele;",
        "jdbc:h2:tcp://db.example.com/stele, jdbc:h2:tcp://db.example.com/stele;"
    })
    void anH2FileTakesNothingMoreAfterAWriteThatFailed(String given, String beginning) {
        assertThat(read(Map.of("STELE_DATABASE_URL", given)).database().url()).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    STELE_PORT                      | http
                    STELE_PORT                      | -1
                    STELE_PORT                      | 65536
                    STELE_PORT                      | 99999999999
                    STELE_PUBLIC_URL                | stele.example.com
                    STELE_PUBLIC_URL                | ftp://stele.example.com
                    STELE_PUBLIC_URL                | https://stele.example.com/?a=b
                    STELE_PUBLIC_URL                | https://
                    STELE_PUBLIC_URL                | https://a b
                    STELE_PUBLIC_URL                | http://stele.example.com:99999
                    STELE_PUBLIC_URL                | http://stele.example.com:0
                    STELE_PUBLIC_URL                | http://user:word@stele.example.com
                    STELE_PUBLIC_URL                | http://user@stele.example.com
                    STELE_DATA_DIR                  | a;b
                    STELE_DATABASE_URL              | jdbc:mysql://db.example.com/stele
                    STELE_DATABASE_URL              | postgresql://db.example.com/stele
                    STELE_OPERATOR_TOKEN            | short
                    STELE_OPERATOR_TOKEN            | with a space
                    STELE_RATE_LIMIT                | -5
                    STELE_RATE_LIMIT                | many
                    STELE_MEDIA_LIMIT               | 0
                    STELE_MEDIA_LIMIT               | 2048
                    STELE_WEBHOOK_LIMIT             | 0
                    STELE_WEBHOOK_LIMIT             | 100001
                    STELE_MEDIA_RETENTION_DAYS      | 0
                    STELE_EVENT_RETENTION_DAYS      | 0
                    STELE_EVENT_RETENTION_DAYS      | a month
                    STELE_SANDBOX_CLOCK             | 3,2,1
                    STELE_SANDBOX_CLOCK             | fast
                    STELE_WEBHOOK_ALLOW             | 10.1.0.0/33
                    STELE_WEBHOOK_ALLOW             | 10.1.0.1/16
                    STELE_WEBHOOK_ALLOW             | 10.1.0.0/16,
                    STELE_WEBHOOK_ALLOW             | 10.1.0.0/16;10.2.0.0/16
                    STELE_WEBHOOK_ALLOW             | localhost
                    STELE_WEBHOOK_ALLOW             | *
                    STELE_BOOTSTRAP_ZAVU_KEY        | zv_test_0123456789abcdef
                    STELE_BOOTSTRAP_ZAVU_KEY        | zv_live_
                    STELE_BOOTSTRAP_ZAVU_KEY        | zv_live_0123456789abcde
                    STELE_BOOTSTRAP_ZAVU_KEY        | zv_live_0123456789 abcdef
                    STELE_BOOTSTRAP_ZAVU_TEST_KEY   | zv_live_0123456789abcdef
                    STELE_BOOTSTRAP_KAPSO_KEY       | fifteen-letters
                    STELE_BOOTSTRAP_KAPSO_KEY       | zv_live_0123456789abcdef
                    STELE_BOOTSTRAP_KAPSO_KEY       | zv_test_0123456789abcdef
                    STELE_BOOTSTRAP_KAPSO_KEY       | sk_admin_0123456789abcdef
                    STELE_BOOTSTRAP_KAPSO_KEY       | sk_live_app_0123456789abcdef
                    STELE_BOOTSTRAP_KAPSO_KEY       | sk_test_app_0123456789abcdef
                    STELE_BOOTSTRAP_CHIRP_ADMIN_KEY | sk_live_app_0123456789abcdef
                    STELE_BOOTSTRAP_CHIRP_ADMIN_KEY | sk_admin_
                    STELE_BOOTSTRAP_CHIRP_APP_KEY   | sk_admin_0123456789abcdef
                    STELE_BOOTSTRAP_CHIRP_APP_KEY   | sk_live_app_
                    STELE_BOOTSTRAP_CHIRP_TEST_KEY  | sk_live_app_0123456789abcdef
                    STELE_BOOTSTRAP_PHONE_NUMBER    | 12
                    STELE_BOOTSTRAP_PHONE_NUMBER    | call me
                    STELE_BOOTSTRAP_PHONE_NUMBER_ID | 123/456
                    STELE_BOOTSTRAP_WABA_ID         | a b
                    """)
    void aWrongValueIsRefusedInOneSentenceThatNamesTheVariableAndNotTheValue(String variable, String value) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of(variable, value)))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .startsWith(variable + " must ")
                        .endsWith(".")
                        .doesNotContain("\n")
                        .doesNotContain(" " + value + " "));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    one,             one
                    200000000000001, -
                    -,               100000000000001
                    """)
    void aNumberAndItsAccountHaveDifferentIds(@Nullable String number, @Nullable String account) {
        Map<String, String> set = new HashMap<>();
        Optional.ofNullable(number).ifPresent(id -> set.put("STELE_BOOTSTRAP_PHONE_NUMBER_ID", id));
        Optional.ofNullable(account).ifPresent(id -> set.put("STELE_BOOTSTRAP_WABA_ID", id));

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(set))
                .withMessage("STELE_BOOTSTRAP_PHONE_NUMBER_ID must be another id than STELE_BOOTSTRAP_WABA_ID, which is 200000000000001"
                        + " unless it is set, as this is 100000000000001.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken", "taken/data"})
    void theDataDirectoryCannotBeAFileOrInOne(String path) throws IOException {
        Files.writeString(directory.resolve("taken"), "");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("STELE_DATA_DIR", path)))
                .withMessageStartingWith("STELE_DATA_DIR must be a directory in which files can be written");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theDataDirectoryMustBeWritableAlsoForWhoMayDoEverything() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("STELE_DATA_DIR", "/proc/self")))
                .withMessageStartingWith("STELE_DATA_DIR must be a directory in which files can be written");
    }

    @Test
    void theDataDirectoryIsMadeAndLeftEmpty() {
        read(Map.of("STELE_DATA_DIR", "one/two"));

        assertThat(directory.resolve("one/two")).isEmptyDirectory();
    }

    @Test
    void noDataDirectoryIsMadeForAnotherDatabase() {
        read(Map.of("STELE_DATABASE_URL", "jdbc:postgresql://db.example.com/stele"));

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aBlankVariableIsNotSet() {
        assertThat(read(Map.of("STELE_PORT", " ")).port()).isEqualTo(8080);
    }

    @Test
    void theFileSetsWhatTheEnvironmentDoesNot() throws IOException {
        file(
                "stele.yml",
                """
                stele:
                  port: 9091
                  rate-limit: 60
                  data_dir: kept
                  bootstrap:
                    phone-number: +15550100042
                    phone-number-id: 012345678901234
                    kapso:
                      key: "kapso-key-of-mine"
                """);

        Settings settings = read(Map.of("STELE_PORT", "9092"));

        assertThat(settings.port()).isEqualTo(9092);
        assertThat(settings.rateLimit()).isEqualTo(60);
        assertThat(settings.database().url()).contains("kept");
        assertThat(settings.bootstrap().phoneNumber()).contains(new PhoneNumber("+15550100042"));
        assertThat(settings.bootstrap().phoneNumberId()).contains("012345678901234");
        assertThat(settings.bootstrap().keys().values()).containsExactly(new ApiKey("kapso-key-of-mine"));
    }

    @Test
    void theFileCanStandElsewhere() throws IOException {
        file("other.yml", "stele: {port: 9093}");

        assertThat(read(Map.of("STELE_CONFIG", "other.yml")).port()).isEqualTo(9093);
    }

    @Test
    void aNamedFileMustBeThere() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("STELE_CONFIG", "missing.yml")))
                .withMessageStartingWith("STELE_CONFIG must");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# nothing\n",
                "---\n",
                "stele:\n",
                "stele: ~",
                "stele: {}",
                "stele:\n  # port: 9091\n",
                "stele:\n  database:\n  bootstrap: {}\n",
                "stele: {port: , public-url: null, bootstrap: {zavu: }}",
                "stele: {whatsapp: }",
                "stele: {whatsapp: []}",
            })
    void whatIsEmptySetsNothing(String content) throws IOException {
        file("stele.yml", content);

        Settings settings = read(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.publicUrl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    stele: {prot: 1}                      | 'stele.prot' is no setting
                    port: 8080                            | 'port' is no setting
                    stele_port: 8080                      | 'stele_port' is no setting
                    stele: 8080                           | 'stele' is no setting
                    stele: {port: [1, 2]}                 | 'stele.port' on line 1 must be a single value
                    stele: {port: 1, port: 2}             | 'stele.port' is there twice
                    stele: {data-dir: a, data: {dir: b}}  | 'stele.data.dir' is there twice
                    stele: {port: {}}                     | 'stele.port' on line 1 must be a single value
                    stele: {port: {high: 1}}              | 'stele.port' on line 1 must be a single value
                    stele: {prot: {}}                     | 'stele.prot' is no setting
                    stele: {prot: }                       | 'stele.prot' is no setting
                    stele: {database: h2}                 | 'stele.database' is no setting
                    stele: {stele: {port: 1}}             | 'stele.stele' is no setting
                    other: {}                             | 'other' is no setting
                    stele: &a {x: *a}                     | 'stele.x' is no setting
                    stele: &a {bootstrap: *a}             | 'stele.bootstrap.bootstrap' is no setting
                    nothing but words                     | it is no list of settings under 'stele'
                    [1, 2]                                | it is no list of settings under 'stele'
                    stele: {port: 1                       | line 1 is not valid YAML
                    stele: {port: 1}}                     | line 1 is not valid YAML
                    stele: &a {? *a : 1}                  | line 1 has a key that is no word
                    """)
    void aWrongFileIsRefusedInOneSentence(String content, String reason) throws IOException {
        file("stele.yml", content);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessage("The settings file " + directory.resolve("stele.yml") + " is wrong: " + reason + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                      | 'stele.whatsapp' on line 1 must be one list of numbers
                    some                                    | 'stele.whatsapp' on line 1 must be one list of numbers
                    [some]                                  | 'stele.whatsapp[0]' on line 1 must have members
                    [{}]                                    | 'stele.whatsapp[0].phone-number' is missing
                    [{phone-number: 12}]                    | 'stele.whatsapp[0].phone-number' must be a phone number in E.164, such as +15550100100
                    [{phone-number: [1]}]                   | 'stele.whatsapp[0].phone-number' on line 1 must be a single value
                    [{name: a, name: b}]                    | 'stele.whatsapp[0].name' is there twice
                    [{waba-id: 1, waba_id: 2}]              | 'stele.whatsapp[0].waba_id' is there twice
                    [{token: t}]                            | 'stele.whatsapp[0].token' is no member of a number
                    [{$P}]                                  | 'stele.whatsapp[0].phone-number-id' is missing
                    [{$P, phone-number-id: a/b}]            | 'stele.whatsapp[0].phone-number-id' must be Meta's id of the number, which is of digits
                    [{$P, $I}]                              | 'stele.whatsapp[0].waba-id' is missing
                    [{$P, $I, waba-id: x}]                  | 'stele.whatsapp[0].waba-id' must be Meta's id of the business account, which is of digits
                    [{$P, $I, $W}]                          | 'stele.whatsapp[0].access-token' is missing
                    [{$P, $I, $W, access-token: a b}]       | 'stele.whatsapp[0].access-token' must be 1 to 1024 printable characters without spaces
                    [{$P, $I, $W, access-token: "${NONE}"}] | 'stele.whatsapp[0].access-token' names the environment variable NONE, which is not set
                    [{$P, $I, $W, $T, app-secret: a b}]     | 'stele.whatsapp[0].app-secret' must be 1 to 1024 printable characters without spaces
                    [{$P, $I, $W, $T, verify-token: a b}]   | 'stele.whatsapp[0].verify-token' must be 1 to 1024 printable characters without spaces
                    [{$P, $I, $W, $T, version: 24}]         | 'stele.whatsapp[0].version' must be a version of Graph, such as v23.0
                    [{$P, $I, $W, $T, url: graph}]          | 'stele.whatsapp[0].url' must be an http or https URL without user and query, such as https://stele.example.com
                    [{$P, $I, $W, $T, project: first}]      | 'stele.whatsapp[0].project' must be the id of a project
                    [{$P, $I, $W, $T}, {$P, $I, $W, $T}]    | 'stele.whatsapp[1].phone-number-id' is that of another number of the list
                    """)
    void aWrongNumberIsRefusedInOneSentence(String numbers, String reason) throws IOException {
        file(
                "stele.yml",
                "stele: {whatsapp: "
                        + numbers.replace("$P", "phone-number: +15550140001")
                                .replace("$I", "phone-number-id: 7100001")
                                .replace("$W", "waba-id: 8100001")
                                .replace("$T", "access-token: t")
                        + "}");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessage("The settings file " + directory.resolve("stele.yml") + " is wrong: " + reason + ".");
    }

    @Test
    void aNumberDoesNotShowItsSecrets() throws IOException {
        file(
                "stele.yml",
                """
                stele:
                  whatsapp:
                    - phone-number: +15550140001
                      phone-number-id: 7100001
                      waba-id: 8100001
                      access-token: very-secret-token
                """);

        DeclaredNumber number = read(Map.of()).numbers().getFirst();

        assertThat(number.settings()).containsEntry("access_token", "very-secret-token");
        assertThat(number + " " + number.listed() + " " + read(Map.of())).doesNotContain("very-secret-token");
    }

    @Test
    void theLineThatIsNoYamlIsNamed() throws IOException {
        file("stele.yml", "stele:\n  port: 9091\n  \tdata-dir: kept\n");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessageEndingWith(" is wrong: line 3 is not valid YAML.");
    }

    @Test
    void theFileCannotBeADirectory() throws IOException {
        Files.createDirectory(directory.resolve("stele.yml"));

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessage("The settings file " + directory.resolve("stele.yml") + " is wrong: it is no file.");
    }

    @Test
    void aFileThatIsNoTextCannotBeRead() throws IOException {
        Files.write(directory.resolve("stele.yml"), new byte[] {'a', (byte) 0xff, 0});

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessageEndingWith(" is wrong: it is no text in UTF-8.");
    }

    @Test
    void aWrongValueInTheFileNamesTheVariable() throws IOException {
        file("stele.yml", "stele: {port: high}");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessageStartingWith("STELE_PORT must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STELE_OPERATOR_TOKEN", "STELE_DATABASE_PASSWORD", "STELE_BOOTSTRAP_KAPSO_KEY"})
    void secretsAreNotPrinted(String variable) {
        Settings settings = read(Map.of(variable, "very-secret-and-long"));

        assertThat(settings + " " + settings.database() + " " + settings.bootstrap()).doesNotContain("very-secret-and-long");
    }

    private Settings read(Map<String, String> environment) {
        return Settings.of(environment, directory);
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }
}
