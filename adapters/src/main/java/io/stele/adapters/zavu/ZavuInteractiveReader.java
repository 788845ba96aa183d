package io.stele.adapters.zavu;

import static io.stele.adapters.Required.elements;
import static io.stele.adapters.Required.present;
import static io.stele.adapters.zavu.ZavuFields.CONTENT;
import static io.stele.adapters.zavu.ZavuFields.TEXT;

import io.stele.adapters.FieldPath;
import io.stele.adapters.WireException;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.message.Interactive;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads messages with something to tap. */
@Singleton
final class ZavuInteractiveReader {

    private static final FieldPath BUTTONS = CONTENT.member("buttons");
    private static final FieldPath SECTIONS = CONTENT.member("sections");
    private static final FieldPath HEADER_TYPE = CONTENT.member("ctaHeaderType");

    private final ZavuContentMapper mapper;

    ZavuInteractiveReader(ZavuContentMapper mapper) {
        this.mapper = mapper;
    }

    Interactive buttons(@Nullable String text, ZavuMessageContent content) {
        List<Interactive.Button> buttons = new ArrayList<>();
        for (ZavuMessageContent.Button button : elements(content.buttons(), BUTTONS)) {
            FieldPath path = BUTTONS.element(buttons.size());
            present(button.id(), path.member("id"));
            present(button.title(), path.member("title"));
            buttons.add(mapper.button(button));
        }
        return framed(text, content, new Interactive.ReplyButtons(buttons));
    }

    Interactive menu(@Nullable String text, ZavuMessageContent content) {
        List<Interactive.Section> sections = new ArrayList<>();
        for (ZavuMessageContent.Section section : elements(content.sections(), SECTIONS)) {
            sections.add(section(section, SECTIONS.element(sections.size())));
        }
        String button = present(content.listButton(), CONTENT.member("listButton"));
        return framed(text, content, new Interactive.Menu(button, sections));
    }

    /** A single section may go without a title, which Zavu's schema cannot leave out: it is empty then. */
    private Interactive.Section section(ZavuMessageContent.Section section, FieldPath path) {
        List<Interactive.Row> rows = new ArrayList<>();
        for (ZavuMessageContent.Row row : elements(section.rows(), path.member("rows"))) {
            FieldPath place = path.member("rows").element(rows.size());
            present(row.id(), place.member("id"));
            present(row.title(), place.member("title"));
            rows.add(mapper.row(row));
        }
        String title = section.title();
        return new Interactive.Section(title == null || title.isEmpty() ? null : title, rows);
    }

    Interactive link(@Nullable String text, ZavuMessageContent content) {
        return framed(
                text,
                content,
                new Interactive.LinkButton(
                        present(content.ctaDisplayText(), CONTENT.member("ctaDisplayText")),
                        present(content.ctaUrl(), CONTENT.member("ctaUrl"))));
    }

    private static Interactive framed(
            @Nullable String text, ZavuMessageContent content, Interactive.Action action) {
        return new Interactive(header(content), present(text, TEXT), content.footerText(), action);
    }

    private static Interactive.@Nullable Header header(ZavuMessageContent content) {
        String type = content.ctaHeaderType();
        if (type == null) {
            if (content.ctaHeaderMediaUrl() != null) {
                throw new WireException(HEADER_TYPE, "is required");
            }
            return content.ctaHeaderText() == null ? null : new Interactive.TextHeader(content.ctaHeaderText());
        }
        return switch (type) {
            case "text" -> new Interactive.TextHeader(present(content.ctaHeaderText(), CONTENT.member("ctaHeaderText")));
            case "image" -> header(MediaKind.IMAGE, content);
            case "video" -> header(MediaKind.VIDEO, content);
            case "document" -> header(MediaKind.DOCUMENT, content);
            default ->
                throw new WireException(HEADER_TYPE, "must be one of text, image, video, document");
        };
    }

    private static Interactive.Header header(MediaKind kind, ZavuMessageContent content) {
        String link = content.ctaHeaderMediaUrl();
        String id = content.mediaId();
        if (id == null) {
            present(link, CONTENT.member("ctaHeaderMediaUrl"));
        }
        return new Interactive.MediaHeader(kind, new MediaFile(id, link, null, null, null), content.filename());
    }
}
