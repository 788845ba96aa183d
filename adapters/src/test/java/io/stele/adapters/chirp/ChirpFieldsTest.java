package io.stele.adapters.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.refusal.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChirpFieldsTest {

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of(Field.TO, List.of(), "to"),
                Arguments.of(Field.SENDER, List.of(), "from"),
                Arguments.of(Field.QUOTE, List.of(), "replyTo"),
                Arguments.of(Field.MEDIA_CAPTION, List.of(), "media.caption"),
                Arguments.of(Field.CONTACT_CARD_NAME, List.of(2), "contacts.contacts[2].name.formattedName"),
                Arguments.of(Field.BUTTON_TITLE, List.of(1), "interactive.buttons[1].title"),
                Arguments.of(Field.MENU_ROW_DESCRIPTION, List.of(3, 9), "interactive.sections[3].rows[9].description"),
                Arguments.of(Field.CARD_BUTTON_ID, List.of(0, 1), "interactive.cards[0].buttons[1].id"),
                Arguments.of(Field.MENU_ROW_ID, List.of(4), "interactive.sections[4].rows.id"),
                Arguments.of(Field.TEMPLATE_BODY, List.of(), "template.variables"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aFieldIsNamedAsChirpsClientsKnowIt(Field field, List<Integer> positions, String path) {
        assertThat(ChirpFields.path(field, positions)).isEqualTo(path);
    }

    static Stream<Arguments> templateSendPaths() {
        return Stream.of(
                Arguments.of(Field.TEMPLATE_NAME, "templateName"),
                Arguments.of(Field.TEMPLATE_LANGUAGE, "languageCode"),
                Arguments.of(Field.TEMPLATE_BODY, "variables"),
                Arguments.of(Field.TEMPLATE_HEADER, "headerVariables"),
                Arguments.of(Field.TEMPLATE_BUTTON, "buttonVariables"),
                Arguments.of(Field.TO, "to"));
    }

    @ParameterizedTest
    @MethodSource("templateSendPaths")
    void aTemplateSentByItsOwnPathHasNamesOfItsOwn(Field field, String path) {
        assertThat(ChirpFields.pathInTemplateSend(field, List.of())).isEqualTo(path);
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyFieldHasAPathThatAClientCanRead(Field field) {
        assertThat(ChirpFields.path(field, List.of())).matches("[A-Za-z-]+(\\.[A-Za-z]+)*");
    }
}
