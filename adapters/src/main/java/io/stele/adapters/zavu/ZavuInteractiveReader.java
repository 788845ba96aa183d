package io.stele.adapters.zavu;

import static io.stele.adapters.Required.elements;
import static io.stele.adapters.Required.present;

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

    private final ZavuContentMapper mapper;

    ZavuInteractiveReader(ZavuContentMapper mapper) {
        this.mapper = mapper;
    }

    Interactive buttons(@Nullable String text, ZavuMessageContent content) {
        List<Interactive.Button> buttons = new ArrayList<>();
        for (ZavuMessageContent.Button button : elements(content.buttons(), "content.buttons")) {
            String path = "content.buttons[" + buttons.size() + "]";
            present(button.id(), path + ".id");
            present(button.title(), path + ".title");
            buttons.add(mapper.button(button));
        }
        return framed(text, content, new Interactive.ReplyButtons(buttons));
    }

    Interactive menu(@Nullable String text, ZavuMessageContent content) {
        List<Interactive.Section> sections = new ArrayList<>();
        for (ZavuMessageContent.Section section : elements(content.sections(), "content.sections")) {
            sections.add(section(section, "content.sections[" + sections.size() + "]"));
        }
        String button = present(content.listButton(), "content.listButton");
        return framed(text, content, new Interactive.Menu(button, sections));
    }

    /** A single section may go without a title, which Zavu's schema cannot leave out: it is empty then. */
    private Interactive.Section section(ZavuMessageContent.Section section, String path) {
        List<Interactive.Row> rows = new ArrayList<>();
        for (ZavuMessageContent.Row row : elements(section.rows(), path + ".rows")) {
            String rowPath = path + ".rows[" + rows.size() + "]";
            present(row.id(), rowPath + ".id");
            present(row.title(), rowPath + ".title");
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
                        present(content.ctaDisplayText(), "content.ctaDisplayText"),
                        present(content.ctaUrl(), "content.ctaUrl")));
    }

    private static Interactive framed(
            @Nullable String text, ZavuMessageContent content, Interactive.Action action) {
        return new Interactive(header(content), present(text, "text"), content.footerText(), action);
    }

    private static Interactive.@Nullable Header header(ZavuMessageContent content) {
        String type = content.ctaHeaderType();
        if (type == null) {
            if (content.ctaHeaderMediaUrl() != null) {
                throw new WireException("content.ctaHeaderType", "is required");
            }
            return content.ctaHeaderText() == null ? null : new Interactive.TextHeader(content.ctaHeaderText());
        }
        return switch (type) {
            case "text" -> new Interactive.TextHeader(present(content.ctaHeaderText(), "content.ctaHeaderText"));
            case "image" -> header(MediaKind.IMAGE, content);
            case "video" -> header(MediaKind.VIDEO, content);
            case "document" -> header(MediaKind.DOCUMENT, content);
            default ->
                throw new WireException("content.ctaHeaderType", "must be one of text, image, video, document");
        };
    }

    private static Interactive.Header header(MediaKind kind, ZavuMessageContent content) {
        String link = content.ctaHeaderMediaUrl();
        String id = content.mediaId();
        if (id == null) {
            present(link, "content.ctaHeaderMediaUrl");
        }
        return new Interactive.MediaHeader(kind, new MediaFile(id, link, null, null, null), content.filename());
    }
}
