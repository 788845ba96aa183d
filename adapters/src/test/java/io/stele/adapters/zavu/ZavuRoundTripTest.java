package io.stele.adapters.zavu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stele.contracts.zavu.ZavuEmailAttachment;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.contracts.zavu.ZavuSendRequest;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Content;
import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Contents;
import io.stele.core.message.Interactive;
import io.stele.core.message.Interactives;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageId;
import io.stele.core.message.PlainText;
import io.stele.core.message.Reaction;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Nothing is lost: what Zavu can say comes back as it was said. The requests are written out in full, as the defaults of those
 * left out come back ({@code messageType}, {@code fallbackEnabled}, the type of a file), and {@code auto} is left out.
 */
class ZavuRoundTripTest {

    @Property
    void aRequestComesBackAsItWasWritten(@ForAll("requests") ZavuSendRequest request) {
        assertThat(Wiring.DRAFT_WRITER.write(Wiring.DRAFT_READER.read(request, null, "hash")))
                .isEqualTo(request);
    }

    @Property
    void whatZavuCanSayIsTheSameContentAfterwards(@ForAll("sayable") Content content) {
        ZavuRendition said = Wiring.CONTENT_WRITER.write(content);

        assertThat(Wiring.CONTENT_READER.read(said.messageType(), said.text(), said.content()))
                .isEqualTo(content);
    }

    @Property
    void everyContentIsShownWithItsWords(@ForAll("anything") Content content) {
        ZavuRendition said = Wiring.CONTENT_WRITER.write(content);

        String shown = said.text() + " " + said.content();
        if (content instanceof ContactCards(List<ContactCard> cards)) {
            cards.forEach(card -> assertThat(shown).contains(card.name().formatted()));
        } else {
            PlainText.of(content).ifPresent(words -> assertThat(shown).contains(words));
        }
    }

    @Property
    void everyContentIsShownAsATypeThatZavuKnows(@ForAll("anything") Content content) {
        assertThatCode(() -> Wiring.CONTENT_WRITER.write(content)).doesNotThrowAnyException();
        assertThat(Wiring.CONTENT_WRITER.write(content).messageType())
                .isIn(
                        "text", "image", "video", "audio", "document", "sticker", "location", "contact", "buttons",
                        "list", "cta_url", "request_contact_info", "location_request", "reaction", "template");
    }

    @Provide
    Arbitrary<Content> anything() {
        return Contents.any();
    }

    @Provide
    Arbitrary<ZavuSendRequest> requests() {
        return Arbitraries.oneOf(messages(), emails(), speech());
    }

    private Arbitrary<ZavuSendRequest> messages() {
        return Combinators.combine(
                        sayable(),
                        Arbitraries.of("sms", "whatsapp", "telegram").injectNull(0.3),
                        Words.identifier(20).injectNull(0.3),
                        labels().injectNull(0.3),
                        Arbitraries.of(true, false),
                        sender().injectNull(0.3))
                .as((content, channel, key, labels, fallback, sender) -> {
                    ZavuRendition said = Wiring.CONTENT_WRITER.write(content);
                    String to = "telegram".equals(channel) ? "123456789" : "+15550102233";
                    return new ZavuSendRequest(
                            to,
                            channel,
                            said.messageType(),
                            said.text(),
                            said.content(),
                            null,
                            null,
                            null,
                            null,
                            key,
                            labels,
                            fallback,
                            null,
                            sender);
                });
    }

    private static Arbitrary<ZavuSendRequest> emails() {
        Arbitrary<ZavuEmailAttachment> file = Combinators.combine(
                        Words.identifier(10),
                        Words.upTo(30),
                        Words.url(),
                        Words.identifier(8).injectNull(0.5),
                        Arbitraries.of(true, false))
                .as((name, bytes, link, contentId, stored) -> new ZavuEmailAttachment(
                        name,
                        stored ? Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.UTF_8)) : null,
                        stored ? null : link,
                        "image/png",
                        contentId));
        return Combinators.combine(
                        Words.upTo(40),
                        Words.upTo(40),
                        Words.upTo(40).injectNull(0.5),
                        Arbitraries.just("desk@example.com").injectNull(0.5),
                        file.list().ofMinSize(1).ofMaxSize(3).injectNull(0.3),
                        Arbitraries.just("email").injectNull(0.5))
                .as((subject, text, html, replyTo, files, channel) -> new ZavuSendRequest(
                        "ada@example.com",
                        channel,
                        "text",
                        text,
                        null,
                        subject,
                        html,
                        replyTo,
                        files,
                        null,
                        null,
                        true,
                        null,
                        null));
    }

    private static Arbitrary<ZavuSendRequest> speech() {
        return Combinators.combine(Words.upTo(40), Arbitraries.of("es-ES", "en-GB").injectNull(0.5))
                .as((text, language) -> new ZavuSendRequest(
                        "+15550102233",
                        "voice",
                        "text",
                        text,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        language,
                        null));
    }

    private static Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(Words.identifier(8), Words.anyLength(20)).ofMinSize(1).ofMaxSize(3);
    }

    private static Arbitrary<String> sender() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) -> ZavuIds.text(new UUID(high, low)));
    }

    /** Content that Zavu has a type and members for, in full. */
    @Provide
    Arbitrary<Content> sayable() {
        return Arbitraries.oneOf(
                Words.upTo(60).map(Text::of),
                Arbitraries.oneOf(Arrays.stream(MediaKind.values())
                        .map(ZavuRoundTripTest::media)
                        .toList()),
                Contents.location().map(place -> new Location(
                        place.latitude(), place.longitude(), place.name(), place.address(), null)),
                card().list().ofMinSize(1).ofMaxSize(3).map(ContactCards::new),
                Contents.reaction().map(reaction -> reaction),
                ownReaction(),
                Interactives.with(Interactives.replyButtons()),
                Interactives.with(Interactives.menu()),
                Interactives.with(Interactives.linkButton()),
                Interactives.with(Arbitraries.just(new Interactive.LocationRequest())),
                Interactives.with(Arbitraries.just(new Interactive.ContactInfoRequest())),
                template());
    }

    private static Arbitrary<Media> media(MediaKind kind) {
        return Contents.media(kind).map(media -> {
            MediaFile file = media.file();
            return new Media(
                    kind,
                    new MediaFile(file.id(), file.link(), file.mimeType(), null, null),
                    media.caption(),
                    media.filename(),
                    null,
                    null);
        });
    }

    private static Arbitrary<ContactCard> card() {
        Arbitrary<ContactCard.Phone> phone =
                Words.digits(8, 12).map(digits -> new ContactCard.Phone("+" + digits, null, null));
        return Combinators.combine(Words.upTo(30), phone.list().ofMaxSize(2))
                .as((name, phones) -> new ContactCard(
                        new ContactCard.Name(name, null, null, null, null, null),
                        phones,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        null));
    }

    private static Arbitrary<Reaction> ownReaction() {
        return Arbitraries.integers().between(1, 1000).map(second -> new Reaction(
                ZavuIds.reference(
                        ZavuIds.text(new MessageId(new Ksuid(second, second, second)))),
                "👍"));
    }

    private static Arbitrary<TemplateUse> template() {
        Arbitrary<TemplateUse.Parameter> positional =
                Words.upTo(20).map(text -> new TemplateUse.TextParameter(null, text));
        Arbitrary<List<TemplateUse.Parameter>> named = Words.identifier(8)
                .filter(name -> !name.matches("[0-9]+"))
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(names -> names.stream()
                        .<TemplateUse.Parameter>map(name -> new TemplateUse.TextParameter(name, "of " + name))
                        .toList());
        Arbitrary<List<TemplateUse.Parameter>> gaps =
                Arbitraries.oneOf(positional.list().ofMinSize(1).ofMaxSize(12), named);
        Arbitrary<TemplateUse.Component> header =
                positional.map(parameter -> new TemplateUse.Header(List.of(parameter)));
        Arbitrary<List<TemplateUse.Component>> components = Combinators.combine(
                        header.list().ofMaxSize(1),
                        gaps.map(TemplateUse.Body::new).list().ofMaxSize(1),
                        positional.list().ofMaxSize(3))
                .as((top, body, buttons) -> {
                    List<TemplateUse.Component> all = new ArrayList<>(top);
                    all.addAll(body);
                    for (int i = 0; i < buttons.size(); i++) {
                        all.add(new TemplateUse.Button("url", i, List.of(buttons.get(i))));
                    }
                    return all;
                });
        return Combinators.combine(Words.identifier(20), components)
                .as((id, parts) -> new TemplateUse(new TemplateUse.TemplateById(id), parts));
    }
}
