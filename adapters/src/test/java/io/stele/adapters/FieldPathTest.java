package io.stele.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldPathTest {

    static List<Arguments> patterns() {
        return List.of(
                Arguments.of("to", List.of(), FieldPath.of("to")),
                Arguments.of("content.text", List.of(), FieldPath.of("content", "text")),
                Arguments.of("buttons[].title", List.of(2), FieldPath.of("buttons").element(2).member("title")),
                Arguments.of(
                        "sections[].rows[].id",
                        List.of(1, 9),
                        FieldPath.of("sections").element(1).member("rows").element(9).member("id")),
                Arguments.of("sections[].rows[].id", List.of(1), FieldPath.of("sections").element(1).member("rows").member("id")),
                Arguments.of("buttons[].title", List.of(), FieldPath.of("buttons", "title")),
                Arguments.of("buttons[]", List.of(0), FieldPath.of("buttons").element(0)),
                Arguments.of("content.text", List.of(3), FieldPath.of("content", "text")));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void positionsStandWhereThePatternHasLists(String pattern, List<Integer> positions, FieldPath path) {
        assertThat(FieldPath.at(pattern, positions)).isEqualTo(path);
    }

    static List<Arguments> texts() {
        return List.of(
                Arguments.of(FieldPath.ROOT, ""),
                Arguments.of(FieldPath.of("to"), "to"),
                Arguments.of(FieldPath.of("content").member("buttons").element(0).member("title"), "content.buttons[0].title"),
                Arguments.of(FieldPath.of("to").element(0), "to[0]"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void thePathIsWrittenAsPeopleWriteIt(FieldPath path, String text) {
        assertThat(path).hasToString(text);
    }

    @Test
    void aNameThatLooksLikeAPathIsOneStep() {
        assertThat(FieldPath.of("metadata").member("a.b[99999999999]").steps())
                .containsExactly(new FieldPath.Member("metadata"), new FieldPath.Member("a.b[99999999999]"));
    }
}
