package io.stele.adapters.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.refusal.Field;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ZavuFieldsTest {

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyFieldHasAPathWithoutOpenPositions(Field field) {
        assertThat(ZavuFields.path(field, List.of()).toString()).matches("[a-zA-Z_]+(\\.[a-zA-Z_]+)*");
    }

    static List<Arguments> positioned() {
        return List.of(
                Arguments.of(Field.TO, List.of(), "to"),
                Arguments.of(Field.TEXT_BODY, List.of(), "text"),
                Arguments.of(Field.BUTTON_TITLE, List.of(2), "content.buttons[2].title"),
                Arguments.of(Field.MENU_ROW_DESCRIPTION, List.of(1, 9), "content.sections[1].rows[9].description"),
                Arguments.of(Field.MENU_ROWS, List.of(3), "content.sections[3].rows"),
                Arguments.of(Field.CONTACT_CARD_NAME, List.of(0), "content.contacts[0].name"),
                Arguments.of(Field.ATTACHMENT_LINK, List.of(12), "attachments[12].path"),
                Arguments.of(Field.TEMPLATE_BUTTON, List.of(0), "content.templateButtonVariables"));
    }

    @ParameterizedTest
    @MethodSource("positioned")
    void positionsStandWhereTheListsAre(Field field, List<Integer> positions, String path) {
        assertThat(ZavuFields.path(field, positions)).hasToString(path);
    }
}
