package io.stele.adapters.zavu;

import static io.stele.adapters.Required.elements;
import static io.stele.adapters.Required.present;
import static io.stele.adapters.zavu.ZavuFields.CONTENT;
import static io.stele.adapters.zavu.ZavuFields.TEXT;
import static io.stele.adapters.zavu.ZavuMembers.given;
import static io.stele.adapters.zavu.ZavuMembers.refuse;

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
    private static final FieldPath HEADER_TEXT = CONTENT.member("ctaHeaderText");
    private static final FieldPath HEADER_LINK = CONTENT.member("ctaHeaderMediaUrl");
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
        return new Interactive(header(content), present(text, TEXT), given(content.footerText()), action);
    }

    private static Interactive.@Nullable Header header(ZavuMessageContent content) {
        String type = given(content.ctaHeaderType());
        String text = given(content.ctaHeaderText());
        if (type == null) {
            if (given(content.ctaHeaderMediaUrl()) != null) {
                throw new WireException(HEADER_TYPE, "is required");
            }
            refuseFile(content, "can go with a header only that is a file");
            return text == null ? null : new Interactive.TextHeader(text);
        }
        return switch (type) {
            case "text" -> {
                refuse(HEADER_LINK, content.ctaHeaderMediaUrl(), "cannot go with a header that is text");
                refuseFile(content, "cannot go with a header that is text");
                yield new Interactive.TextHeader(present(text, HEADER_TEXT));
            }
            case "image" -> header(MediaKind.IMAGE, content);
            case "video" -> header(MediaKind.VIDEO, content);
            case "document" -> header(MediaKind.DOCUMENT, content);
            default ->
                throw new WireException(HEADER_TYPE, "must be one of text, image, video, document");
        };
    }

    private static Interactive.Header header(MediaKind kind, ZavuMessageContent content) {
        refuse(HEADER_TEXT, content.ctaHeaderText(), "cannot go with a header that is a file");
        String link = given(content.ctaHeaderMediaUrl());
        String id = given(content.mediaId());
        if (id == null) {
            present(link, HEADER_LINK);
        }
        return new Interactive.MediaHeader(kind, new MediaFile(id, link, null, null, null), given(content.filename()));
    }

    private static void refuseFile(ZavuMessageContent content, String reason) {
        refuse(CONTENT.member("mediaId"), content.mediaId(), reason);
        refuse(CONTENT.member("filename"), content.filename(), reason);
    }
}
