package io.stele.core.intake;

import io.stele.core.message.Interactive;
import io.stele.core.message.Interactive.Action;
import io.stele.core.message.Interactive.AddressRequest;
import io.stele.core.message.Interactive.CallPermissionRequest;
import io.stele.core.message.Interactive.Carousel;
import io.stele.core.message.Interactive.Catalog;
import io.stele.core.message.Interactive.ContactInfoRequest;
import io.stele.core.message.Interactive.Flow;
import io.stele.core.message.Interactive.Header;
import io.stele.core.message.Interactive.LinkButton;
import io.stele.core.message.Interactive.LocationRequest;
import io.stele.core.message.Interactive.MediaHeader;
import io.stele.core.message.Interactive.Menu;
import io.stele.core.message.Interactive.Product;
import io.stele.core.message.Interactive.ProductList;
import io.stele.core.message.Interactive.ReplyButtons;
import io.stele.core.message.Interactive.TextHeader;
import io.stele.core.message.MediaKind;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages with something to tap: header, body and footer by the kind of the action (Kapso contract §2.2). */
final class InteractiveRules {

    private static final int LONGEST_HEADER = 60;
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_MENU_BODY = 4096;
    private static final int LONGEST_FOOTER = 60;
    private static final int LONGEST_FILENAME = 240;

    private InteractiveRules() {}

    static Stream<InvalidField> broken(Interactive message) {
        return Check.all(
                headerFits(message.header(), message.action()),
                header(message.header()),
                body(message.body(), message.action()),
                footer(message.footer(), message.action()),
                ActionRules.broken(message.action()));
    }

    private static Stream<InvalidField> headerFits(@Nullable Header header, Action action) {
        return switch (action) {
            case Carousel _, Product _ -> Check.that(
                    header == null, Field.INTERACTIVE_HEADER, "must not be given with this kind of message");
            case Menu _ -> Check.that(
                    !(header instanceof MediaHeader), Field.INTERACTIVE_HEADER, "must be text");
            case ProductList _ -> Check.that(
                    header instanceof TextHeader, Field.INTERACTIVE_HEADER, "must be given, as text");
            case ReplyButtons _,
                    LinkButton _,
                    LocationRequest _,
                    ContactInfoRequest _,
                    AddressRequest _,
                    Flow _,
                    Catalog _,
                    CallPermissionRequest _ -> Stream.empty();
        };
    }

    private static Stream<InvalidField> header(@Nullable Header header) {
        return switch (header) {
            case null -> Stream.empty();
            case TextHeader(String text) -> Check.required(Field.INTERACTIVE_HEADER_TEXT, text, LONGEST_HEADER);
            case MediaHeader(var kind, var file, var filename) -> Check.all(
                    Check.that(
                            isHeader(kind),
                            Field.INTERACTIVE_HEADER,
                            "must be text, an image, a video or a document"),
                    Check.that(MediaRules.isNamed(file), Field.INTERACTIVE_HEADER, "must have an id or a link"),
                    Check.link(Field.INTERACTIVE_HEADER_LINK, file.link()),
                    Check.that(
                            filename == null || Check.isWithin(filename, LONGEST_FILENAME),
                            Field.INTERACTIVE_HEADER,
                            "must have a filename of at most " + LONGEST_FILENAME + " characters"));
        };
    }

    private static boolean isHeader(MediaKind kind) {
        return switch (kind) {
            case IMAGE, VIDEO, DOCUMENT -> true;
            case AUDIO, STICKER -> false;
        };
    }

    private static Stream<InvalidField> body(@Nullable String body, Action action) {
        return switch (action) {
            case Menu _ -> Check.required(Field.INTERACTIVE_BODY, body, LONGEST_MENU_BODY);
            case Product _, Catalog _, CallPermissionRequest _ -> Check.optional(
                    Field.INTERACTIVE_BODY, body, LONGEST_BODY);
            case ReplyButtons _,
                    LinkButton _,
                    Carousel _,
                    LocationRequest _,
                    ContactInfoRequest _,
                    AddressRequest _,
                    Flow _,
                    ProductList _ -> Check.required(Field.INTERACTIVE_BODY, body, LONGEST_BODY);
        };
    }

    private static Stream<InvalidField> footer(@Nullable String footer, Action action) {
        return Check.all(
                Check.that(
                        footer == null || !(action instanceof Carousel),
                        Field.INTERACTIVE_FOOTER,
                        "must not be given with this kind of message"),
                Check.optional(Field.INTERACTIVE_FOOTER, footer, LONGEST_FOOTER));
    }
}
