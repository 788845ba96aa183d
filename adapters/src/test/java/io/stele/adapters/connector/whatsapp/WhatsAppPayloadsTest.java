package io.stele.adapters.connector.whatsapp;

import static io.stele.adapters.connector.whatsapp.Payloads.payload;

import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts, files, places, cards and reactions as Meta documents them, down to the last member. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhatsAppPayloadsTest {

    private static Meta meta;

    @BeforeAll
    static void open() {
        meta = Meta.open();
    }

    @AfterAll
    static void close() {
        meta.close();
    }

    static Stream<Arguments> payloads() {
        return Stream.of(
                payload("text", Text.of("Hello \"you\""), "text", "{'body':'Hello \\'you\\''}"),
                payload("text with a preview", new Text("See https://a.example", true), "text", """
                        {'body':'See https://a.example','preview_url':true}"""),
                payload("text without a preview", new Text("See https://a.example", false), "text", """
                        {'body':'See https://a.example','preview_url':false}"""),
                payload("image by link", file(MediaKind.IMAGE, "A ship", null, null), "image", """
                        {'link':'https://files.example/f','caption':'A ship'}"""),
                payload("video by link", file(MediaKind.VIDEO, "A film", null, null), "video", """
                        {'link':'https://files.example/f','caption':'A film'}"""),
                payload("document by link", file(MediaKind.DOCUMENT, "Ours", "bill.pdf", null), "document", """
                        {'link':'https://files.example/f','caption':'Ours','filename':'bill.pdf'}"""),
                payload("sound by link", file(MediaKind.AUDIO, null, null, null), "audio", """
                        {'link':'https://files.example/f'}"""),
                payload("voice note", file(MediaKind.AUDIO, null, null, true), "audio", """
                        {'link':'https://files.example/f','voice':true}"""),
                payload("sticker by link", file(MediaKind.STICKER, null, null, null), "sticker", """
                        {'link':'https://files.example/f'}"""),
                // what Graph has no member for is left out instead of refused
                payload("sound with words", file(MediaKind.AUDIO, "Listen", "a.ogg", false), "audio", """
                        {'link':'https://files.example/f'}"""),
                payload("image with a name", file(MediaKind.IMAGE, null, "a.png", null), "image", """
                        {'link':'https://files.example/f'}"""),
                payload(
                        "moving sticker of known size",
                        new Media(MediaKind.STICKER, full(), null, null, null, true),
                        "sticker",
                        "{'link':'https://files.example/f'}"),
                payload("place", place(null, null, null), "location", """
                        {'latitude':37.44216251868683,'longitude':-122.16153582049394}"""),
                payload("named place", place("Philz Coffee", "101 Forest Ave", "https://a.example"), "location", """
                        {'latitude':37.44216251868683,'longitude':-122.16153582049394,'name':'Philz Coffee',
                         'address':'101 Forest Ave'}"""),
                payload("cards", new ContactCards(List.of(card(), ofName("Bob Example"))), "contacts", """
                        [{'name':{'formatted_name':'Ada B. Example Jr.','first_name':'Ada','last_name':'Example',
                            'middle_name':'B.','prefix':'Dr.','suffix':'Jr.'},
                          'phones':[{'phone':'+1 555 010 0888','type':'CELL','wa_id':'15550100888'}],
                          'emails':[{'email':'ada@example.com','type':'WORK'}],
                          'addresses':[{'street':'1 Hacker Way','city':'Menlo Park','state':'CA','zip':'94025',
                            'country':'United States','country_code':'us','type':'HOME'}],
                          'org':{'company':'Example','department':'Design','title':'Manager'},
                          'urls':[{'url':'https://a.example','type':'WORK'}],
                          'birthday':'2012-08-18'},
                         {'name':{'formatted_name':'Bob Example'}}]"""),
                payload("reaction", reaction("👍"), "reaction", """
                        {'message_id':'wamid.HBgL','emoji':'👍'}"""),
                payload("reaction taken back", reaction(null), "reaction", """
                        {'message_id':'wamid.HBgL','emoji':''}"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void areAsMetaDocumentsThem(String name, Content content, String type, String json) {
        Payloads.assertSent(meta, content, type, json.replace("\\'", "\\\""));
    }

    private static Media file(
            MediaKind kind, @Nullable String caption, @Nullable String filename, @Nullable Boolean voice) {
        return new Media(kind, MediaFile.ofLink("https://files.example/f"), caption, filename, voice, null);
    }

    private static MediaFile full() {
        return new MediaFile(null, "https://files.example/f", "image/webp", "hash", 17L);
    }

    private static Location place(@Nullable String name, @Nullable String address, @Nullable String url) {
        return new Location(
                new BigDecimal("37.44216251868683"), new BigDecimal("-122.16153582049394"), name, address, url);
    }

    private static Reaction reaction(@Nullable String emoji) {
        return new Reaction(MessageReference.foreign("wamid.HBgL"), emoji);
    }

    private static ContactCard card() {
        return new ContactCard(
                new ContactCard.Name("Ada B. Example Jr.", "Ada", "Example", "B.", "Dr.", "Jr."),
                List.of(new ContactCard.Phone("+1 555 010 0888", "CELL", "15550100888")),
                List.of(new ContactCard.EmailEntry("ada@example.com", "WORK")),
                List.of(new ContactCard.PostalAddress(
                        "1 Hacker Way", "Menlo Park", "CA", "94025", "United States", "us", "HOME")),
                new ContactCard.Organization("Example", "Design", "Manager"),
                List.of(new ContactCard.Url("https://a.example", "WORK")),
                "2012-08-18");
    }

    private static ContactCard ofName(String name) {
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
