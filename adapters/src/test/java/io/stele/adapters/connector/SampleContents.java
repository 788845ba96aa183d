package io.stele.adapters.connector;

import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import java.math.BigDecimal;
import java.util.List;

/** One content of each kind, such as every provider that has the kind takes. */
final class SampleContents {

    private SampleContents() {}

    static Content of(ContentKind kind) {
        return switch (kind) {
            case TEXT -> Text.of("Words that nobody logs");
            case IMAGE -> file(MediaKind.IMAGE, "picture.png");
            case VIDEO -> file(MediaKind.VIDEO, "film.mp4");
            case AUDIO -> file(MediaKind.AUDIO, "sound.ogg");
            case DOCUMENT -> file(MediaKind.DOCUMENT, "paper.pdf");
            case STICKER -> file(MediaKind.STICKER, "sticker.webp");
            case LOCATION -> new Location(new BigDecimal("41.3851"), new BigDecimal("2.1734"), "Harbour", null, null);
            case CONTACTS -> new ContactCards(List.of(new ContactCard(
                    new ContactCard.Name("Ada Example", "Ada", "Example", null, null, null),
                    List.of(new ContactCard.Phone("+1 555 010 0888", "CELL", null)),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    null)));
            case REACTION -> new Reaction(MessageReference.foreign("wamid.HBgLMTU1NTAxMDA3NzcVAgASGBQzQQ=="), "👍");
            case INTERACTIVE -> new Interactive(
                    null, "Yes or no?", null, new Interactive.ReplyButtons(List.of(new Interactive.Button("y", "Yes"))));
            case BUTTON -> new Reply.QuickReply("Yes", "yes");
            case TEMPLATE -> new TemplateUse(new TemplateUse.TemplateByName("order_sent", "en_US", null), List.of());
            case ORDER -> new Order("catalog", null, List.of(new Order.Item("sku-1", 1, "9.90", "EUR")));
            case EMAIL -> new Email("Subject", "Text", null, null, List.of());
            case SPEECH -> new Speech("Hello", null);
            case SYSTEM -> new SystemNote("user_changed_number", "Changed", null, Json.Members.EMPTY);
            case UNSUPPORTED -> new Unsupported("poll", Json.Members.EMPTY);
        };
    }

    private static Media file(MediaKind kind, String name) {
        return Media.of(kind, MediaFile.ofLink("https://files.example/" + name));
    }
}
