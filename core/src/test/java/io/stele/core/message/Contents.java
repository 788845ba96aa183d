package io.stele.core.message;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Generators of everything that a message can say, within the limits that the channels set, with each optional part
 * sometimes there and sometimes not. The mappers' and the store's tests share them.
 */
public final class Contents {

    private Contents() {}

    /**
     * Content of any kind; every kind is as frequent as any other. Here and elsewhere generators are made once and combined,
     * never made anew for each value: the library remembers each one that it meets.
     */
    public static Arbitrary<Content> any() {
        return Arbitraries.oneOf(
                Arrays.stream(ContentKind.values()).map(Contents::of).toList());
    }

    /** Content of this kind. */
    public static Arbitrary<Content> of(ContentKind kind) {
        return switch (kind) {
            case TEXT -> text().map(Content.class::cast);
            case IMAGE -> media(MediaKind.IMAGE).map(Content.class::cast);
            case VIDEO -> media(MediaKind.VIDEO).map(Content.class::cast);
            case AUDIO -> media(MediaKind.AUDIO).map(Content.class::cast);
            case DOCUMENT -> media(MediaKind.DOCUMENT).map(Content.class::cast);
            case STICKER -> media(MediaKind.STICKER).map(Content.class::cast);
            case LOCATION -> location().map(Content.class::cast);
            case CONTACTS -> contactCards().map(Content.class::cast);
            case REACTION -> reaction().map(Content.class::cast);
            case INTERACTIVE -> Arbitraries.oneOf(
                    Interactives.any().map(Content.class::cast),
                    buttonReply().map(Content.class::cast),
                    listReply().map(Content.class::cast),
                    flowReply().map(Content.class::cast));
            case BUTTON -> quickReply().map(Content.class::cast);
            case TEMPLATE -> Templates.any().map(Content.class::cast);
            case ORDER -> order().map(Content.class::cast);
            case EMAIL -> email().map(Content.class::cast);
            case SPEECH -> speech().map(Content.class::cast);
            case SYSTEM -> systemNote().map(Content.class::cast);
            case UNSUPPORTED -> unsupported().map(Content.class::cast);
        };
    }

    public static Arbitrary<Text> text() {
        return Combinators.combine(Words.upTo(60), optional(Arbitraries.of(true, false))).as(Text::new);
    }

    /** A file of this kind with what goes with the kind: captions, names, voice, animation. */
    public static Arbitrary<Media> media(MediaKind kind) {
        Arbitrary<@Nullable String> caption =
                switch (kind) {
                    case IMAGE, VIDEO, DOCUMENT -> optional(Words.upTo(40));
                    case AUDIO, STICKER -> none();
                };
        Arbitrary<@Nullable String> filename =
                kind == MediaKind.DOCUMENT ? optional(Words.identifier(20).map(name -> name + ".pdf")) : none();
        Arbitrary<@Nullable Boolean> voice = kind == MediaKind.AUDIO ? optional(Arbitraries.of(true, false)) : none();
        Arbitrary<@Nullable Boolean> animated = kind == MediaKind.STICKER ? optional(Arbitraries.of(true, false)) : none();
        return Combinators.combine(file(), caption, filename, voice, animated)
                .as((file, words, name, spoken, moving) -> new Media(kind, file, words, name, spoken, moving));
    }

    /** A file named by an id, by a link or by both, with all else that may be known of it. */
    public static Arbitrary<MediaFile> file() {
        Arbitrary<@Nullable String> mimeType = optional(Arbitraries.of("image/jpeg", "video/mp4", "audio/ogg; codecs=opus"));
        Arbitrary<@Nullable String> sha256 = optional(Words.identifier(44));
        Arbitrary<@Nullable Long> size = optional(Arbitraries.longs().between(0, 100_000_000_000L));
        return Combinators.combine(
                        Arbitraries.of(1, 2, 3), Words.digits(6, 20), Words.url(), mimeType, sha256, size)
                .as((names, id, link, type, hash, bytes) ->
                        new MediaFile((names & 1) != 0 ? id : null, (names & 2) != 0 ? link : null, type, hash, bytes));
    }

    /** A file as a caller names it: by an id or by a link, and nothing else. */
    public static Arbitrary<MediaFile> fileToSend() {
        return Arbitraries.oneOf(
                Words.digits(6, 20).map(MediaFile::ofId), Words.url().map(MediaFile::ofLink));
    }

    public static Arbitrary<Location> location() {
        return Combinators.combine(
                        degrees(90), degrees(180), optional(Words.upTo(30)), optional(Words.upTo(40)), optional(Words.url()))
                .as(Location::new);
    }

    private static Arbitrary<BigDecimal> degrees(int limit) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-limit), BigDecimal.valueOf(limit))
                .ofScale(9);
    }

    public static Arbitrary<ContactCards> contactCards() {
        return Cards.any().list().ofMinSize(1).ofMaxSize(3).map(ContactCards::new);
    }

    /** A reaction to a message that is known by the provider's id only; sometimes taken back. */
    public static Arbitrary<Reaction> reaction() {
        return Combinators.combine(reference(), optional(Arbitraries.of("👍", "❤️", "😂", "🇪🇸", "👍🏽")))
                .as(Reaction::new);
    }

    /** A reference by the provider's id to a message that is none of ours: shorter than Kapso's form of our ids, as which it could be read. */
    public static Arbitrary<MessageReference> reference() {
        return Words.identifier(26).map(id -> MessageReference.foreign("wamid." + id));
    }

    public static Arbitrary<Reply.ButtonReply> buttonReply() {
        return Combinators.combine(Words.upTo(40), Words.upTo(20)).as(Reply.ButtonReply::new);
    }

    public static Arbitrary<Reply.ListReply> listReply() {
        return Combinators.combine(Words.upTo(40), Words.upTo(24), optional(Words.upTo(72)))
                .as(Reply.ListReply::new);
    }

    public static Arbitrary<Reply.FlowReply> flowReply() {
        Arbitrary<String> json = Words.identifier(10).map(token -> "{\"flow_token\":\"" + token + "\", \"n\": 1.50}");
        return Combinators.combine(optional(Arbitraries.of("flow", "address_message")), json, optional(Words.upTo(30)))
                .as(Reply.FlowReply::new);
    }

    public static Arbitrary<Reply.QuickReply> quickReply() {
        return Combinators.combine(Words.upTo(25), optional(Words.upTo(40))).as(Reply.QuickReply::new);
    }

    public static Arbitrary<Order> order() {
        Arbitrary<@Nullable String> price = optional(Arbitraries.of("0", "9.99", "12.50", "1000000"));
        Arbitrary<Order.Item> item = Combinators.combine(
                        Words.identifier(12),
                        Arbitraries.longs().between(1, 10_000),
                        price,
                        optional(Arbitraries.of("EUR", "USD")))
                .as(Order.Item::new);
        return Combinators.combine(Words.digits(5, 16), optional(Words.upTo(30)), item.list().ofMinSize(1).ofMaxSize(4))
                .as(Order::new);
    }

    /** An email with text, HTML or both, and up to three attachments, stored ones and linked ones. */
    public static Arbitrary<Email> email() {
        return Combinators.combine(
                        Arbitraries.of(1, 2, 3),
                        optional(Words.upTo(60)),
                        Words.upTo(80),
                        Words.upTo(60),
                        optional(Arbitraries.just("answers@example.com")),
                        attachment().list().ofMaxSize(3))
                .as((bodies, subject, text, html, replyTo, attachments) -> new Email(
                        subject,
                        (bodies & 1) != 0 ? text : null,
                        (bodies & 2) != 0 ? "<p>" + html + "</p>" : null,
                        replyTo,
                        attachments));
    }

    /** An attachment whose bytes are stored, or one at a link. */
    public static Arbitrary<Attachment> attachment() {
        Arbitrary<UUID> id = Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        return Combinators.combine(
                        id,
                        Words.identifier(12),
                        Arbitraries.of("application/pdf", "image/png"),
                        optional(Words.url()),
                        Arbitraries.longs().between(0, 40_000_000),
                        optional(Words.identifier(10)))
                .as((name, file, type, link, size, contentId) ->
                        new Attachment(name, file + ".bin", type, link, link == null ? size : null, contentId));
    }

    public static Arbitrary<Speech> speech() {
        return Combinators.combine(Words.upTo(60), optional(Arbitraries.of("es-ES", "en-US", "pt-BR")))
                .as(Speech::new);
    }

    public static Arbitrary<SystemNote> systemNote() {
        return Combinators.combine(
                        optional(Arbitraries.of("user_changed_number", "customer_identity_changed")),
                        optional(Words.upTo(40)),
                        optional(Words.digits(8, 15)),
                        Jsons.members())
                .as(SystemNote::new);
    }

    public static Arbitrary<Unsupported> unsupported() {
        return Combinators.combine(Arbitraries.of("unsupported", "request_welcome", "pin", "edit"), Jsons.members())
                .as(Unsupported::new);
    }

    /** Null a third of the time. */
    static <T> Arbitrary<@Nullable T> optional(Arbitrary<T> arbitrary) {
        return arbitrary.injectNull(0.33);
    }

    private static <T> Arbitrary<@Nullable T> none() {
        return Arbitraries.just(null);
    }
}
