package io.stele.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailTest {

    @ParameterizedTest
    @CsvSource({
        "Subject, Text, <p>HTML</p>, Text",
        "Subject, , <p>HTML</p>, <p>HTML</p>",
        "Subject, , , Subject",
        ", , , ",
    })
    void itsWordsAreThoseThatReadBest(
            @Nullable String subject, @Nullable String text, @Nullable String html, @Nullable String words) {
        assertThat(new Email(subject, text, html, null, List.of()).words().orElse(null)).isEqualTo(words);
    }
}
