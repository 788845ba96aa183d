package io.stele.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {

    private static final MediaFile FILE = MediaFile.ofId("7712");
    private static final Json.Members NOTHING = new Json.Members(Map.of());

    @ParameterizedTest
    @MethodSource
    void contentHasItsWords(Content content, String words) {
        assertThat(PlainText.of(content)).contains(words);
        assertThat(PlainText.snippet(content)).contains(words);
    }

    static Stream<Arguments> contentHasItsWords() {
        return Stream.of(
                Arguments.of(Text.of("Hello"), "Hello"),
                Arguments.of(new Media(MediaKind.IMAGE, FILE, "Look", null, null, null), "Look"),
                Arguments.of(place("Shop", "Main Street"), "Shop"),
                Arguments.of(place(null, "Main Street"), "Main Street"),
                Arguments.of(new ContactCards(List.of(card("Mara"), card("Otto"))), "Mara, Otto"),
                Arguments.of(new Reaction(MessageReference.foreign("wamid.X"), "👍"), "👍"),
                Arguments.of(new Interactive(null, "Where?", null, new Interactive.LocationRequest()), "Where?"),
                Arguments.of(new Reply.ButtonReply("y", "Yes"), "Yes"),
                Arguments.of(new Reply.ListReply("s", "20:30", "Terrace"), "20:30"),
                Arguments.of(new Reply.FlowReply("flow", "{}", "Sent"), "Sent"),
                Arguments.of(new Reply.QuickReply("Yes", "y"), "Yes"),
                Arguments.of(new Order("c1", "Please", List.of()), "Please"),
                Arguments.of(new Email("Subject", "Body", "<p>Body</p>", null, List.of()), "Body"),
                Arguments.of(new Speech("Good day", null), "Good day"),
                Arguments.of(new SystemNote(null, "Changed", null, NOTHING), "Changed"));
    }

    @ParameterizedTest
    @MethodSource
    void contentWithoutWordsHasNone(Content content) {
        assertThat(PlainText.of(content)).isEmpty();
        assertThat(PlainText.snippet(content)).isEmpty();
    }

    static Stream<Content> contentWithoutWordsHasNone() {
        return Stream.of(
                Media.of(MediaKind.STICKER, FILE),
                place(null, null),
                new Reaction(MessageReference.foreign("wamid.X"), ""),
                new Interactive(null, null, null, new Interactive.Product("c1", "p1")),
                new TemplateUse(new TemplateUse.TemplateById("t1"), List.of()),
                new Order("c1", null, List.of()),
                new Email("Subject", null, "<p>Body</p>", null, List.of()),
                new Unsupported("pin", NOTHING));
    }

    @ParameterizedTest
    @CsvSource({"138, 140", "139, 139", "140, 140"})
    void aSnippetEndsBeforeTheCharacterThatItWouldCut(int before, int length) {
        String text = "a".repeat(before) + "😀";

        assertThat(PlainText.snippet(Text.of(text + "b"))).contains(text.substring(0, length));
    }

    @Property
    void aSnippetIsTheBeginningOfTheWordsAndWellFormed(@ForAll("words") String words) {
        String snippet = PlainText.snippet(Text.of(words)).orElseThrow();

        assertThat(words).startsWith(snippet);
        assertThat(snippet).hasSizeBetween(Math.min(words.length(), 139), 140);
        assertThat(snippet.codePoints()).noneMatch(each -> each >= 0xD800 && each <= 0xDFFF);
    }

    @Provide
    Arbitrary<String> words() {
        return Words.upTo(300);
    }

    private static Location place(String name, String address) {
        return new Location(BigDecimal.ONE, BigDecimal.ONE, name, address, null);
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
