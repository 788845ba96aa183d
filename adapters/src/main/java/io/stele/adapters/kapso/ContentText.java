package io.stele.adapters.kapso;

import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Order;
import io.stele.core.message.PlainText;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message as one text, Kapso's {@code kapso.content} (contract section 2.7). Null when it has nothing to read. */
final class ContentText {

    private static final int BYTES_PER_KILOBYTE = 1024;

    private ContentText() {}

    static @Nullable String of(Content content) {
        return switch (content) {
            case Media media -> media(media);
            case Location location -> location(location);
            case TemplateUse use -> template(use);
            case Order order -> order(order);
            case Email email -> email.words().orElse(null);
            case Text _,
                    ContactCards _,
                    Reaction _,
                    Interactive _,
                    Reply _,
                    Speech _,
                    SystemNote _,
                    Unsupported _ -> PlainText.of(content).orElse(null);
        };
    }

    /** Clients cut the address out behind {@code URL:}. */
    private static String media(Media media) {
        StringBuilder text = new StringBuilder();
        if (media.caption() != null) {
            text.append(media.caption()).append('\n');
        }
        text.append(name(media.kind())).append(" attached");
        if (media.filename() != null) {
            text.append(" (").append(media.filename()).append(')');
        }
        String facts = facts(media.file());
        if (!facts.isEmpty()) {
            text.append(" [").append(facts).append(']');
        }
        if (media.file().link() != null) {
            text.append(" URL: ").append(media.file().link());
        }
        return text.toString();
    }

    private static String name(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> "Image";
            case VIDEO -> "Video";
            case AUDIO -> "Audio";
            case DOCUMENT -> "Document";
            case STICKER -> "Sticker";
        };
    }

    private static String facts(MediaFile file) {
        List<String> facts = new ArrayList<>();
        if (file.size() != null) {
            facts.add("Size: " + Math.ceilDiv(file.size(), BYTES_PER_KILOBYTE) + " KB");
        }
        if (file.mimeType() != null) {
            facts.add("Type: " + file.mimeType());
        }
        return String.join(" | ", facts);
    }

    private static String location(Location location) {
        return Stream.of(location.name(), location.address(), place(location.latitude(), location.longitude()))
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    private static String place(BigDecimal latitude, BigDecimal longitude) {
        return latitude.toPlainString() + ", " + longitude.toPlainString();
    }

    /** The template's own words are not known here; its name and what fills it are. */
    private static String template(TemplateUse use) {
        String name =
                switch (use.template()) {
                    case TemplateUse.TemplateByName byName -> byName.name();
                    case TemplateUse.TemplateById(String id) -> id;
                };
        List<String> values = TypeData.values(use);
        return "[template: " + name + "]" + (values.isEmpty() ? "" : " " + String.join(", ", values));
    }

    private static String order(Order order) {
        return order.text() != null ? order.text() : "Order of " + order.items().size() + " items";
    }
}
