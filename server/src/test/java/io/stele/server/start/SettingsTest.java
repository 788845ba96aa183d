package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stele.adapters.connector.sandbox.SandboxClock;
import io.stele.core.address.PhoneNumber;
import io.stele.core.project.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        assertThat(settings.sandboxClock()).isEqualTo(SandboxClock.STANDARD);
        assertThat(settings.bootstrap().keys()).isEmpty();
        assertThat(settings.database().url()).startsWith("jdbc:h2:file:" + directory.resolve("data").resolve("stele"));
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
                Map.entry("STELE_SANDBOX_CLOCK", "1,2,never"),
                Map.entry("STELE_BOOTSTRAP_ZAVU_KEY", "zv_live_1"),
                Map.entry("STELE_BOOTSTRAP_ZAVU_TEST_KEY", "zv_test_1"),
                Map.entry("STELE_BOOTSTRAP_KAPSO_KEY", "anything"),
                Map.entry("STELE_BOOTSTRAP_CHIRP_ADMIN_KEY", "sk_admin_1"),
                Map.entry("STELE_BOOTSTRAP_CHIRP_APP_KEY", "sk_live_app_1"),
                Map.entry("STELE_BOOTSTRAP_CHIRP_TEST_KEY", "sk_test_app_1"),
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
        assertThat(settings.sandboxClock())
                .isEqualTo(new SandboxClock(Duration.ofMillis(1), Duration.ofMillis(2), null));
        assertThat(settings.bootstrap().keys().values())
                .extracting(ApiKey::value)
                .containsExactlyInAnyOrder(
                        "zv_live_1", "zv_test_1", "anything", "sk_admin_1", "sk_live_app_1", "sk_test_app_1");
        assertThat(settings.bootstrap().phoneNumber()).contains(new PhoneNumber("+56912345678"));
        assertThat(settings.bootstrap().phoneNumberId()).contains("123456789012345");
        assertThat(settings.bootstrap().businessAccountId()).contains("waba-1");
    }

    @Test
    void theDataDirectoryIsTakenFromTheWorkingDirectory() {
        assertThat(read(Map.of("STELE_DATA_DIR", "kept")).database().url())
                .startsWith("jdbc:h2:file:" + directory.resolve("kept").resolve("stele") + ";");
    }

    @Test
    void h2IsGivenTheOptionsThatTheStoreNeeds() {
        assertThat(read(Map.of("STELE_DATABASE_URL", "jdbc:h2:mem:test;lock_timeout=1")).database().url())
                .isEqualTo("jdbc:h2:mem:test;lock_timeout=1"
                        + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE;DEFAULT_NULL_ORDERING=HIGH;MODE=PostgreSQL"
                        + ";QUERY_CACHE_SIZE=100;TRACE_LEVEL_FILE=0;WRITE_DELAY=0");
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
                    STELE_DATA_DIR                  | a;b
                    STELE_DATABASE_URL              | jdbc:mysql://db.example.com/stele
                    STELE_DATABASE_URL              | postgresql://db.example.com/stele
                    STELE_OPERATOR_TOKEN            | short
                    STELE_OPERATOR_TOKEN            | with a space
                    STELE_RATE_LIMIT                | -5
                    STELE_RATE_LIMIT                | many
                    STELE_SANDBOX_CLOCK             | 3,2,1
                    STELE_SANDBOX_CLOCK             | fast
                    STELE_BOOTSTRAP_ZAVU_KEY        | zv_test_1234
                    STELE_BOOTSTRAP_ZAVU_TEST_KEY   | zv_live_1234
                    STELE_BOOTSTRAP_KAPSO_KEY       | seven77
                    STELE_BOOTSTRAP_CHIRP_ADMIN_KEY | sk_live_app_1
                    STELE_BOOTSTRAP_CHIRP_APP_KEY   | sk_admin_1
                    STELE_BOOTSTRAP_CHIRP_TEST_KEY  | sk_live_app_1
                    STELE_BOOTSTRAP_ZAVU_KEY        | zv_live_a b
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

    @Test
    void theDataDirectoryCannotBeAFile() throws IOException {
        Files.writeString(directory.resolve("taken"), "");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of("STELE_DATA_DIR", "taken")))
                .withMessageStartingWith("STELE_DATA_DIR must be a directory");
    }

    @Test
    void twoBootstrapKeysCannotBeTheSame() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of(
                        "STELE_BOOTSTRAP_KAPSO_KEY", "sk_admin_1", "STELE_BOOTSTRAP_CHIRP_ADMIN_KEY", "sk_admin_1")))
                .withMessageStartingWith("STELE_BOOTSTRAP_CHIRP_ADMIN_KEY must be another key");
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
                      key: "kapso-key"
                """);

        Settings settings = read(Map.of("STELE_PORT", "9092"));

        assertThat(settings.port()).isEqualTo(9092);
        assertThat(settings.rateLimit()).isEqualTo(60);
        assertThat(settings.database().url()).contains("kept");
        assertThat(settings.bootstrap().phoneNumber()).contains(new PhoneNumber("+15550100042"));
        assertThat(settings.bootstrap().phoneNumberId()).contains("012345678901234");
        assertThat(settings.bootstrap().keys().values()).containsExactly(new ApiKey("kapso-key"));
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

    @Test
    void anEmptyFileSetsNothing() throws IOException {
        file("stele.yml", "# nothing\n");

        assertThat(read(Map.of()).port()).isEqualTo(8080);
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
                    stele: {port: 1                       | it is not valid YAML
                    """)
    void aWrongFileIsRefusedInOneSentence(String content, String reason) throws IOException {
        file("stele.yml", content);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessage("The settings file " + directory.resolve("stele.yml") + " is wrong: " + reason + ".");
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
        Settings settings = read(Map.of(variable, "very-secret"));

        assertThat(settings + " " + settings.database() + " " + settings.bootstrap()).doesNotContain("very-secret");
    }

    private Settings read(Map<String, String> environment) {
        return Settings.of(environment, directory);
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }
}
