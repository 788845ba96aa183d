package io.stele.adapters.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import io.stele.contracts.chirp.SendRequest;
import io.stele.core.refusal.Field;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
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

    static Stream<Arguments> pathsInASend() {
        String header = "{'type': 'header'}";
        String button = "{'type': 'button', 'index': 3}";
        String card = "{'type': 'carousel', 'cards': [{'components': [" + header + "]}, {'card_index': 5, 'components': ["
                + header + ", {'type': 'BODY'}, " + button + "]}]}";
        return Stream.of(
                Arguments.of(Field.MEDIA_FILE, List.of(), "'type': 'sticker', 'sticker': {}, 'media': {}", "sticker.mediaId"),
                Arguments.of(Field.MEDIA_FILE, List.of(), "'type': 'image', 'sticker': {}, 'media': {}", "media.mediaId"),
                Arguments.of(Field.TEXT_BODY, List.of(), "'type': 'text'", "text.body"),
                Arguments.of(Field.BUTTON_TITLE, List.of(1), "'interactive': {}", "interactive.buttons[1].title"),
                Arguments.of(Field.INTERACTIVE_HEADER, List.of(), "'interactive': {'header': 'H'}", "interactive.header"),
                Arguments.of(
                        Field.INTERACTIVE_HEADER,
                        List.of(),
                        "'interactive': {'type': 'list', 'headerMedia': {}}",
                        "interactive.headerMedia"),
                Arguments.of(
                        Field.INTERACTIVE_HEADER,
                        List.of(),
                        "'interactive': {'type': 'product_list', 'headerMedia': {}}",
                        "interactive.header"),
                template(Field.TEMPLATE_NAME, List.of(), "'name': 'N'", "template.name"),
                template(Field.TEMPLATE_HEADER, List.of(), "'headerVariables': {'1': 'H'}", "template.headerVariables"),
                template(Field.TEMPLATE_HEADER, List.of(1), components(button, header), "template.components[1]"),
                template(
                        Field.TEMPLATE_HEADER,
                        List.of(0),
                        "'headerVariables': {'2': 'H'}, " + components(header),
                        "template.headerVariables"),
                template(
                        Field.TEMPLATE_HEADER,
                        List.of(1),
                        "'headerVariables': {'1': 'H'}, " + components(header),
                        "template.components[0]"),
                template(
                        Field.TEMPLATE_HEADER,
                        List.of(1, 1, 0),
                        components(header, card),
                        "template.components[1].cards[1].components[0]"),
                template(Field.TEMPLATE_BODY, List.of(0), "'variables': {'2': 'B'}, " + components(header), "template.variables"),
                template(Field.TEMPLATE_BODY, List.of(0), components("{'type': 'Body'}"), "template.components[0]"),
                template(
                        Field.TEMPLATE_BODY,
                        List.of(1, 1, 1),
                        "'variables': {'1': 'B'}, " + components(card),
                        "template.components[0].cards[1].components[1]"),
                template(Field.TEMPLATE_BUTTON, List.of(2), components(button, header, button), "template.components[2]"),
                template(
                        Field.TEMPLATE_BUTTON,
                        List.of(3),
                        "'headerVariables': {'1': 'H'}, 'variables': {'1': 'B'}, 'buttonVariables': {'button_12': ['x'], 'button_13': ['y']}, "
                                + components(button),
                        "template.buttonVariables"),
                template(
                        Field.TEMPLATE_BUTTON,
                        List.of(4),
                        "'headerVariables': {'1': 'H'}, 'variables': {'1': 'B'}, 'buttonVariables': {'button_12': ['x'], 'button_13': ['y']}, "
                                + components(button),
                        "template.components[0]"),
                template(
                        Field.TEMPLATE_BUTTON,
                        List.of(1, 1, 2),
                        components(button, card),
                        "template.components[1].cards[1].components[2]"),
                template(Field.TEMPLATE_COMPONENTS, List.of(), components(header, header), "template.components"),
                template(Field.TEMPLATE_COMPONENTS, List.of(1), components(header, card), "template.components[1].cards"),
                template(
                        Field.TEMPLATE_COMPONENTS,
                        List.of(1, 1),
                        components(header, card),
                        "template.components[1].cards[1].components"));
    }

    private static Arguments template(Field field, List<Integer> positions, String members, String path) {
        return Arguments.of(field, positions, "'type': 'template', 'template': {" + members + "}", path);
    }

    private static String components(String... components) {
        return "'components': [" + String.join(", ", components) + "]";
    }

    @ParameterizedTest
    @MethodSource("pathsInASend")
    void aFieldOfASendIsTheMemberThatWasSent(Field field, List<Integer> positions, String members, String path)
            throws IOException {
        SendRequest send = Objects.requireNonNull(
                ObjectMapper.getDefault().readValue("{" + members.replace('\'', '"') + "}", SendRequest.class));

        assertThat(ChirpFields.path(field, positions, send)).isEqualTo(path);
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyFieldHasAPathThatAClientCanRead(Field field) {
        assertThat(ChirpFields.path(field, List.of())).matches("[A-Za-z-]+(\\.[A-Za-z]+)*");
    }
}
