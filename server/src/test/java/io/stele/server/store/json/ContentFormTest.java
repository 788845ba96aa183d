package io.stele.server.store.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Contents;
import io.stele.core.message.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentFormTest {

    @Property(tries = 3_000)
    void whatIsWrittenReadsBackEqual(@ForAll("contents") Content content) {
        assertThat(ContentForm.read(ContentForm.write(content))).isEqualTo(content);
    }

    @Provide
    Arbitrary<Content> contents() {
        return Contents.any();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatWasOnceStoredStillReadsBack(String name) throws IOException {
        assertThat(ContentForm.read(stored().get(name))).isEqualTo(StoredContents.all().get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theStoredFormDoesNotChange(String name) throws IOException {
        assertThat(ContentForm.write(StoredContents.all().get(name))).isEqualTo(stored().get(name));
    }

    @ParameterizedTest
    @EnumSource(ContentKind.class)
    void everyKindHasAStoredExample(ContentKind kind) {
        if (kind == ContentKind.IMAGE
                || kind == ContentKind.VIDEO
                || kind == ContentKind.DOCUMENT
                || kind == ContentKind.STICKER) {
            // One form serves all kinds of files; the example is of the kind audio.
            kind = ContentKind.AUDIO;
        }
        assertThat(StoredContents.all().values()).extracting(ContentKind::of).contains(kind);
    }

    static Stream<String> names() {
        return StoredContents.all().keySet().stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\ud800", "x\udc00y", "\ud83d\ude00", "\ud83d \ud83d\ude00", "\u007f\uffff"})
    void everyCharacterComesBackThroughTextThatAnyDatabaseKeeps(String body) {
        String text = ContentForm.write(Text.of(body));

        assertThat(text).doesNotContain("\u0000");
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(ContentForm.read(text)).isEqualTo(Text.of(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "[]", "{}", "{\"is\":\"nothing known\"}", "{\"is\":\"text\"}", "{\"is\":\"text\",\"body\":1}"})
    void aDamagedRowIsSaidToBeOne(String text) {
        assertThatThrownBy(() -> ContentForm.read(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stored");
    }

    @Test
    void aTextOfMillionsOfCharactersFits() {
        Text text = Text.of("é".repeat(3_000_000));

        assertThat(ContentForm.read(ContentForm.write(text))).isEqualTo(text);
    }

    /** Lines of a name, a tab and the stored form. */
    private static Map<String, String> stored() throws IOException {
        try (InputStream file = ContentFormTest.class.getResourceAsStream("/store/contents.txt")) {
            Map<String, String> stored = new LinkedHashMap<>();
            Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .map(line -> line.split("\t", 2))
                    .forEach(parts -> stored.put(parts[0], parts[1]));
            return stored;
        }
    }
}
