package io.stele.server.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What the user has set, as text: in the environment, which wins, or in the settings file. What is blank is not set. */
final class SettingValues {

    /** Names another settings file than {@code stele.yml} in the working directory. */
    static final String FILE_VARIABLE = "STELE_CONFIG";

    private static final String DEFAULT_FILE = "stele.yml";

    private final Map<Setting, String> values;
    private final List<ListedNumber> numbers;

    private SettingValues(Map<Setting, String> values, List<ListedNumber> numbers) {
        this.values = values;
        this.numbers = numbers;
    }

    /**
     * Collects what is set.
     *
     * @throws SettingsException when the settings file is wrong, or is named and not there
     */
    static SettingValues of(Map<String, String> environment, Path workingDirectory) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        Optional<SettingsFile.Contents> file = file(environment, workingDirectory).map(SettingsFile::read);
        file.ifPresent(contents -> values.putAll(contents.values()));
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.name());
            if (value != null && !value.isBlank()) {
                values.put(setting, value);
            }
        }
        values.values().removeIf(String::isBlank);
        return new SettingValues(
                values, file.map(SettingsFile.Contents::numbers).orElse(List.of()));
    }

    /** The WhatsApp numbers that the file lists, in its order. */
    List<ListedNumber> numbers() {
        return numbers;
    }

    Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting)).map(String::strip);
    }

    /**
     * The value, read.
     *
     * @param expectation what the value must be, for the sentence that the user gets when the reader answers nothing
     */
    <T> Optional<T> read(Setting setting, String expectation, Function<String, Optional<T>> reader) {
        return text(setting)
                .map(text -> reader.apply(text).orElseThrow(() -> new SettingsException(setting, expectation)));
    }

    int number(Setting setting, int least, int most, int otherwise) {
        return number(setting, least, most).orElse(otherwise);
    }

    OptionalInt number(Setting setting, int least, int most) {
        return read(setting, "a whole number from " + least + " to " + most, text -> whole(text)
                        .filter(number -> number >= least && number <= most))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private static Optional<Integer> whole(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<Path> file(Map<String, String> environment, Path workingDirectory) {
        String named = environment.get(FILE_VARIABLE);
        if (named == null || named.isBlank()) {
            return Optional.of(workingDirectory.resolve(DEFAULT_FILE)).filter(Files::exists);
        }
        Path file = workingDirectory.resolve(named.strip());
        if (!Files.isRegularFile(file)) {
            throw new SettingsException(FILE_VARIABLE + " must name a file that is there.");
        }
        return Optional.of(file);
    }
}
