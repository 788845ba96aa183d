package io.stele.adapters.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.message.Content;
import io.stele.core.message.Interactive;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.refusal.Field;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KapsoFieldsTest {

    private static final MediaFile FILE = MediaFile.ofId("1");

    @ParameterizedTest
    @MethodSource("paths")
    void aFieldIsNamedByItsPathInTheBody(Field field, List<Integer> positions, @Nullable Content content, String path) {
        assertThat(KapsoFields.path(field, positions, content)).isEqualTo(path);
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                of(Field.TO, "to"),
                of(Field.MEDIA_LINK, Media.of(MediaKind.IMAGE, FILE), "image.link"),
                of(Field.MEDIA_FILE, Media.of(MediaKind.VIDEO, FILE), "video.id"),
                of(Field.MEDIA_CAPTION, Media.of(MediaKind.AUDIO, FILE), "audio.caption"),
                of(Field.MEDIA_FILENAME, Media.of(MediaKind.DOCUMENT, FILE), "document.filename"),
                of(Field.MEDIA_FILE, Media.of(MediaKind.STICKER, FILE), "sticker.id"),
                of(Field.MEDIA_LINK, "link"),
                of(Field.INTERACTIVE_HEADER_LINK, headed(MediaKind.DOCUMENT), "interactive.header.document.link"),
                of(Field.INTERACTIVE_HEADER_LINK, "interactive.header.link"),
                of(Field.BUTTON_TITLE, "interactive.action.buttons[2].reply.title", 2),
                of(Field.MENU_ROW_ID, "interactive.action.sections[1].rows[0].id", 1, 0),
                of(Field.TEMPLATE_COMPONENTS, "template.components"),
                of(Field.TEMPLATE_COMPONENTS, "template.components[1].cards", 1),
                of(Field.TEMPLATE_COMPONENTS, "template.components[1].cards[3].components", 1, 3),
                of(Field.TEMPLATE_HEADER, "template.components[0]", 0),
                of(Field.TEMPLATE_BODY, "template.components[1]", 1),
                of(Field.TEMPLATE_BUTTON, "template.components[2]", 2),
                of(Field.TEMPLATE_BUTTON, "template.components[1].cards[3].components[0]", 1, 3, 0));
    }

    @Test
    void thePlatformWrapsWhatItChanges() {
        assertThat(KapsoFields.path(Field.CONTACT_METADATA, List.of(), null)).isEqualTo("metadata");
        assertThat(KapsoFields.onPlatform(Field.CONTACT_METADATA, List.of())).isEqualTo("contact.metadata");
        assertThat(KapsoFields.onPlatform(Field.TO, List.of())).isEqualTo("to");
    }

    private static Interactive headed(MediaKind kind) {
        return new Interactive(
                new Interactive.MediaHeader(kind, FILE, null), "x", null, new Interactive.LocationRequest());
    }

    private static Arguments of(Field field, String path, Integer... positions) {
        return Arguments.of(field, List.of(positions), null, path);
    }

    private static Arguments of(Field field, Content content, String path) {
        return Arguments.of(field, List.of(), content, path);
    }
}
