package io.stele.core.intake;

import static io.stele.core.intake.Rules.refused;
import static io.stele.core.intake.Rules.taken;
import static io.stele.core.intake.Rules.words;

import io.stele.core.channel.Channel;
import io.stele.core.message.Content;
import io.stele.core.message.Interactive;
import io.stele.core.message.Interactive.Button;
import io.stele.core.message.Interactive.Card;
import io.stele.core.message.Interactive.CardAction;
import io.stele.core.message.Interactive.CardButtons;
import io.stele.core.message.Interactive.CardLink;
import io.stele.core.message.Interactive.Carousel;
import io.stele.core.message.Interactive.MediaHeader;
import io.stele.core.message.Interactive.TextHeader;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CarouselRulesTest {

    private static final MediaHeader IMAGE = image(MediaFile.ofId("7712"));
    private static final CardAction LINK = new CardLink("Open", "https://shop.example");
    private static final String SHAPE = "must have the same kind and number of buttons as the first card";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isRefused(String name, Channel channel, Content content, Rejection expected) {
        Rules.assertRefused(channel, content, expected);
    }

    static Stream<Arguments> isRefused() {
        String unwanted = "must not be given with this kind of message";
        Carousel two = new Carousel(links(2));
        String file = "must have an id, or a link that is an http or https URL";
        return Stream.of(
                refused("header", new Interactive(new TextHeader("Tea"), "Look", null, two), Field.INTERACTIVE_HEADER, unwanted),
                refused("footer", new Interactive(null, "Look", "Bye", two), Field.INTERACTIVE_FOOTER, unwanted),
                refused("no body", new Interactive(null, null, null, two), Field.INTERACTIVE_BODY, "must be given"),
                cards("one card", links(1), Field.CARDS, "must have 2 to 10 cards"),
                cards("eleven cards", links(11), Field.CARDS, "must have 2 to 10 cards"),
                second("index beyond", new Card(2, IMAGE, null, LINK), Field.CARD_INDEX, "must be between 0 and 1"),
                second("index below", new Card(-1, IMAGE, null, LINK), Field.CARD_INDEX, "must be between 0 and 1"),
                second("index twice", new Card(0, IMAGE, null, LINK), Field.CARD_INDEX, "must be unique"),
                second(
                        "document",
                        new Card(1, new MediaHeader(MediaKind.DOCUMENT, MediaFile.ofId("7"), null), null, LINK),
                        Field.CARD_HEADER,
                        "must be an image or a video"),
                second("link of the picture", new Card(1, image(MediaFile.ofLink("p.jpg")), null, LINK), Field.CARD_HEADER, file),
                second("blank id of the picture", new Card(1, image(MediaFile.ofId(" ")), null, LINK), Field.CARD_HEADER, file),
                second("long body", new Card(1, IMAGE, words(161), LINK), Field.CARD_BODY, "must have at most 160 characters"),
                second("line breaks", new Card(1, IMAGE, "a\nb\r\nc\rd", LINK), Field.CARD_BODY, "must have at most 2 line breaks"),
                second("buttons after a link", new Card(1, IMAGE, null, buttons(1)), Field.CARD_ACTION, SHAPE),
                cards(
                        "another number of buttons",
                        List.of(new Card(0, IMAGE, null, buttons(2)), new Card(1, IMAGE, null, buttons(1))),
                        Field.CARD_ACTION,
                        SHAPE,
                        1),
                cards(
                        "no buttons",
                        List.of(new Card(0, IMAGE, null, buttons(0)), new Card(1, IMAGE, null, buttons(0))),
                        Field.CARD_ACTION,
                        "must have at least one button",
                        0),
                action("link text", new CardLink(" ", "https://a.example"), Field.CARD_LINK_TEXT, "must not be blank"),
                action(
                        "long link text",
                        new CardLink(words(21), "https://a.example"),
                        Field.CARD_LINK_TEXT,
                        "must have at most 20 characters"),
                action("link", new CardLink("Go", "mailto:a@b.example"), Field.CARD_LINK_URL, "must be an http or https URL"),
                button("blank id", new Button("", "No"), Field.CARD_BUTTON_ID, "must not be blank"),
                button("long id", new Button(words(257), "No"), Field.CARD_BUTTON_ID, "must have at most 256 characters"),
                button("blank title", new Button("n", ""), Field.CARD_BUTTON_TITLE, "must not be blank"),
                button("long title", new Button("n", words(21)), Field.CARD_BUTTON_TITLE, "must have at most 20 characters"),
                button("same id", new Button("y", "No"), Field.CARD_BUTTON_ID, "must be unique"),
                button("same title", new Button("n", "Yes"), Field.CARD_BUTTON_TITLE, "must be unique"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isTaken(String name, Channel channel, Content content) {
        Rules.assertTaken(channel, content);
    }

    static Stream<Arguments> isTaken() {
        String body = words(78) + "\r\n" + words(78) + "\n" + "x";
        List<Card> tapped = List.of(new Card(0, IMAGE, body, buttons(2)), new Card(1, IMAGE, null, buttons(2)));
        List<Card> swapped = List.of(
                new Card(1, IMAGE, null, LINK),
                new Card(0, new MediaHeader(MediaKind.VIDEO, MediaFile.ofLink("https://a.example/v.mp4"), null), "", LINK));
        return Stream.of(
                taken("most cards", carousel(links(10))),
                taken("longest body, same ids on two cards", carousel(tapped)),
                taken("numbered in another order, a video", carousel(swapped)));
    }

    private static Arguments cards(String name, List<Card> cards, Field field, String reason, Integer... positions) {
        return refused(name, carousel(cards), field, reason, positions);
    }

    private static Arguments second(String name, Card card, Field field, String reason) {
        return cards(name, List.of(new Card(0, IMAGE, null, LINK), card), field, reason, 1);
    }

    private static Arguments action(String name, CardAction action, Field field, String reason) {
        return second(name, new Card(1, IMAGE, null, action), field, reason);
    }

    /** Fault in the second button of the second card. */
    private static Arguments button(String name, Button button, Field field, String reason) {
        List<Card> cards = List.of(
                new Card(0, IMAGE, null, buttons(2)),
                new Card(1, IMAGE, null, new CardButtons(List.of(new Button("y", "Yes"), button))));
        return cards("button: " + name, cards, field, reason, 1, 1);
    }

    private static Interactive carousel(List<Card> cards) {
        return new Interactive(null, "Look", null, new Carousel(cards));
    }

    private static List<Card> links(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Card(i, IMAGE, null, LINK)).toList();
    }

    private static CardButtons buttons(int count) {
        return new CardButtons(IntStream.range(0, count)
                .mapToObj(i -> new Button("b" + i, "B " + i))
                .toList());
    }

    private static MediaHeader image(MediaFile file) {
        return new MediaHeader(MediaKind.IMAGE, file, null);
    }
}
