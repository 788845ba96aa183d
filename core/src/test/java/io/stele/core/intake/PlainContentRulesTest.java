package io.stele.core.intake;

import static io.stele.core.intake.Rules.refused;
import static io.stele.core.intake.Rules.refusedOn;
import static io.stele.core.intake.Rules.taken;
import static io.stele.core.intake.Rules.takenOn;
import static io.stele.core.intake.Rules.words;

import io.stele.core.channel.Channel;
import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Speech;
import io.stele.core.message.Text;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainContentRulesTest {

    private static final MediaFile FILE = MediaFile.ofId("7712");

    @ParameterizedTest(name = "{0}")
    @MethodSource({"texts", "media", "locations", "contacts", "speeches"})
    void isRefused(String name, Channel channel, Content content, Rejection expected) {
        Rules.assertRefused(channel, content, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isTaken(String name, Channel channel, Content content) {
        Rules.assertTaken(channel, content);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                refused("empty", Text.of(""), Field.TEXT_BODY, "must not be blank"),
                refused("blank", Text.of(" \n\t"), Field.TEXT_BODY, "must not be blank"),
                refused("WhatsApp", Text.of(words(4097)), Field.TEXT_BODY, "must have at most 4096 characters"),
                refusedOn(
                        Channel.TELEGRAM,
                        "Telegram",
                        Text.of(words(4097)),
                        Field.TEXT_BODY,
                        "must have at most 4096 characters"),
                refusedOn(
                        Channel.MESSENGER,
                        "Messenger",
                        Text.of(words(2001)),
                        Field.TEXT_BODY,
                        "must have at most 2000 characters"),
                refusedOn(
                        Channel.INSTAGRAM,
                        "Instagram",
                        Text.of(words(1001)),
                        Field.TEXT_BODY,
                        "must have at most 1000 characters"),
                refusedOn(
                        Channel.SMS, "SMS", Text.of(words(1601)), Field.TEXT_BODY, "must have at most 1600 characters"),
                refusedOn(
                        Channel.SMS_ONEWAY,
                        "one-way SMS",
                        Text.of(words(1601)),
                        Field.TEXT_BODY,
                        "must have at most 1600 characters"),
                refusedOn(Channel.SMS, "blank SMS", Text.of(" "), Field.TEXT_BODY, "must not be blank"));
    }

    static Stream<Arguments> media() {
        String captionless = "must not be given with this kind of file";
        return Stream.of(
                refused(
                        "blank id",
                        Media.of(MediaKind.IMAGE, MediaFile.ofId(" ")),
                        Field.MEDIA_FILE,
                        "must have an id or a link"),
                refused("no scheme", linked("cdn.example/p.jpg"), Field.MEDIA_LINK, "must be an http or https URL"),
                refused("ftp", linked("ftp://cdn.example/p.jpg"), Field.MEDIA_LINK, "must be an http or https URL"),
                refused("file", linked("file:///etc/hosts"), Field.MEDIA_LINK, "must be an http or https URL"),
                refused("no host", linked("https:///p.jpg"), Field.MEDIA_LINK, "must be an http or https URL"),
                refused(
                        "line break",
                        linked("https://cdn.example/p.jpg\r\nX: y"),
                        Field.MEDIA_LINK,
                        "must be an http or https URL"),
                refused("empty link", linked(""), Field.MEDIA_LINK, "must be an http or https URL"),
                refused(
                        "caption",
                        captioned(MediaKind.IMAGE, words(1025)),
                        Field.MEDIA_CAPTION,
                        "must have at most 1024 characters"),
                refusedOn(
                        Channel.TELEGRAM,
                        "caption on Telegram",
                        captioned(MediaKind.VIDEO, words(1025)),
                        Field.MEDIA_CAPTION,
                        "must have at most 1024 characters"),
                refused("captioned sound", captioned(MediaKind.AUDIO, "Listen"), Field.MEDIA_CAPTION, captionless),
                refused("captioned sticker", captioned(MediaKind.STICKER, "Look"), Field.MEDIA_CAPTION, captionless),
                refused(
                        "filename",
                        named("f".repeat(241)),
                        Field.MEDIA_FILENAME,
                        "must have at most 240 characters"));
    }

    static Stream<Arguments> locations() {
        return Stream.of(
                refused("north", place("90.0000001", "0"), Field.LATITUDE, "must be between -90 and 90"),
                refused("south", place("-91", "0"), Field.LATITUDE, "must be between -90 and 90"),
                refused("east", place("0", "180.1"), Field.LONGITUDE, "must be between -180 and 180"),
                refused("west", place("0", "-1E+3"), Field.LONGITUDE, "must be between -180 and 180"),
                refused(
                        "name",
                        new Location(BigDecimal.ONE, BigDecimal.ONE, words(101), null, null),
                        Field.LOCATION_NAME,
                        "must have at most 100 characters"),
                refused(
                        "address",
                        new Location(BigDecimal.ONE, BigDecimal.ONE, null, words(301), null),
                        Field.LOCATION_ADDRESS,
                        "must have at most 300 characters"),
                refusedOn(
                        Channel.TELEGRAM,
                        "on Telegram",
                        place("91", "0"),
                        Field.LATITUDE,
                        "must be between -90 and 90"));
    }

    static Stream<Arguments> contacts() {
        return Stream.of(
                refused("none", new ContactCards(List.of()), Field.CONTACT_CARDS, "must have 1 to 257 contacts"),
                refused(
                        "too many",
                        new ContactCards(Collections.nCopies(258, card("Mara"))),
                        Field.CONTACT_CARDS,
                        "must have 1 to 257 contacts"),
                refused(
                        "nameless",
                        new ContactCards(List.of(card("Mara"), card(" "))),
                        Field.CONTACT_CARD_NAME,
                        "must not be blank",
                        1),
                refused(
                        "long name",
                        new ContactCards(List.of(card(words(201)))),
                        Field.CONTACT_CARD_NAME,
                        "must have at most 200 characters",
                        0));
    }

    static Stream<Arguments> speeches() {
        return Stream.of(
                refusedOn(
                        Channel.VOICE, "silence", new Speech(" ", null), Field.SPEECH_TEXT, "must not be blank"),
                refusedOn(
                        Channel.VOICE,
                        "long speech",
                        new Speech(words(4097), null),
                        Field.SPEECH_TEXT,
                        "must have at most 4096 characters"),
                refusedOn(
                        Channel.VOICE,
                        "language",
                        new Speech("Hola", "es_ES!"),
                        Field.SPEECH_LANGUAGE,
                        "must be a BCP 47 language tag"),
                refusedOn(
                        Channel.VOICE,
                        "no language",
                        new Speech("Hola", ""),
                        Field.SPEECH_LANGUAGE,
                        "must be a BCP 47 language tag"));
    }

    static Stream<Arguments> isTaken() {
        return Stream.of(
                taken("longest text", Text.of(words(4096))),
                takenOn(Channel.TELEGRAM, "longest on Telegram", Text.of(words(4096))),
                takenOn(Channel.MESSENGER, "longest on Messenger", Text.of(words(2000))),
                takenOn(Channel.INSTAGRAM, "longest on Instagram", Text.of(words(1000))),
                takenOn(Channel.SMS, "longest SMS", Text.of(words(1600))),
                takenOn(Channel.SMS_ONEWAY, "longest one-way SMS", Text.of(words(1600))),
                taken("longest caption", captioned(MediaKind.DOCUMENT, words(1024))),
                taken("empty caption of a sound", captioned(MediaKind.AUDIO, "")),
                takenOn(Channel.TELEGRAM, "captioned sound on Telegram", captioned(MediaKind.AUDIO, "Listen")),
                taken("longest filename", named("f".repeat(240))),
                taken("sticker", Media.of(MediaKind.STICKER, FILE)),
                taken("http", linked("http://cdn.example:8080/p.jpg")),
                taken("upper case", linked("HTTPS://CDN.EXAMPLE/P.JPG?a=b|c#d")),
                taken("space in the path", linked("https://cdn.example/a b.jpg")),
                taken("underscore in the host", linked("https://my_bucket.example/p.jpg")),
                taken("address in brackets", linked("https://[2001:db8::1]/p.jpg")),
                taken("poles and antimeridian", place("-90", "180.000")),
                taken("longest place", new Location(BigDecimal.ONE, BigDecimal.ONE, words(100), words(300), null)),
                taken("most contacts", new ContactCards(Collections.nCopies(257, card(words(200))))),
                takenOn(Channel.VOICE, "longest speech", new Speech(words(4096), "pt-BR")),
                takenOn(Channel.VOICE, "speech in any language", new Speech("Hello", null)));
    }

    private static Media linked(String link) {
        return Media.of(MediaKind.IMAGE, MediaFile.ofLink(link));
    }

    private static Media captioned(MediaKind kind, String caption) {
        return new Media(kind, FILE, caption, null, null, null);
    }

    private static Media named(String filename) {
        return new Media(MediaKind.DOCUMENT, FILE, null, filename, null, null);
    }

    private static Location place(String latitude, String longitude) {
        return new Location(new BigDecimal(latitude), new BigDecimal(longitude), null, null, null);
    }

    private static ContactCard card(String name) {
        return new ContactCard(
                new ContactCard.Name(name, null, null, null, null, null),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
    }
}
