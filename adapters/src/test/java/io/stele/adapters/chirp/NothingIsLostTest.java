package io.stele.adapters.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.contracts.chirp.MessageResource;
import io.stele.contracts.chirp.SendRequest;
import io.stele.contracts.chirp.TemplateBody;
import io.stele.core.message.ContactCard;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Contents;
import io.stele.core.message.Email;
import io.stele.core.message.Interactives;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.PlainText;
import io.stele.core.message.Reaction;
import io.stele.core.message.Speech;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Templates;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import io.stele.core.message.Words;
import io.stele.core.project.Mode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What Chirp can say comes back identical, and what it cannot say is shown in the nearest form it has. */
class NothingIsLostTest {

    private static final ObjectMapper JSON = ObjectMapper.getDefault();
    private static final SendWriter.Ends ENDS = new SendWriter.Ends(
            Examples.BUSINESS.value(),
            Examples.CUSTOMER.value(),
            MessageReference.ours(new MessageId(Examples.OTHER_MESSAGE)),
            Mode.TEST);

    @Provide
    Arbitrary<Content> contents() {
        return Arbitraries.oneOf(
                Contents.any(),
                Interactives.any().map(Content.class::cast),
                Templates.any().map(Content.class::cast));
    }

    @Property(tries = 1500)
    void aSendOfAnyKindIsTheSameSendAfterItWentThroughTheDomain(@ForAll("contents") Content generated) {
        Optional<SendRequest> written = Chirp.SEND_WRITER.write(ENDS, sayable(generated));
        Assume.that(written.isPresent() && hasTemplateName(written.get()));

        ChirpSend read = Chirp.SEND_READER.read(written.get(), Mode.TEST);
        SendRequest again = Chirp.SEND_WRITER
                .write(
                        new SendWriter.Ends(read.from().value(), read.to().value(), read.quote(), Mode.TEST),
                        read.content())
                .orElseThrow();

        assertThat(again).isEqualTo(written.get());
    }

    @Property(tries = 1500)
    void theDomainReadsASendAsWhatWasSaid(@ForAll("contents") Content generated) {
        Content said = sayable(generated);
        Optional<SendRequest> written = Chirp.SEND_WRITER.write(ENDS, said);
        Assume.that(written.isPresent() && hasTemplateName(written.get()));

        assertThat(ordered(Chirp.SEND_READER.read(written.get(), Mode.TEST).content())).isEqualTo(ordered(said));
    }

    @Provide
    Arbitrary<TemplateBody> templates() {
        Arbitrary<Map<String, String>> positional = Words.upTo(20).list().ofMinSize(1).ofMaxSize(4).map(values -> {
            Map<String, String> variables = new LinkedHashMap<>();
            IntStream.range(0, values.size()).forEach(i -> variables.put(String.valueOf(i + 1), values.get(i)));
            return variables;
        });
        Arbitrary<Map<String, String>> named = Arbitraries.maps(
                        Words.identifier(10).filter(name -> !name.matches("[0-9]+")), Words.upTo(20))
                .ofMinSize(1)
                .ofMaxSize(4);
        Arbitrary<Map<String, String>> variables = Arbitraries.oneOf(positional, named).injectNull(0.3);
        Arbitrary<Map<String, List<String>>> buttons = Arbitraries.maps(
                        Arbitraries.integers().between(0, 9).map(index -> "button_" + index),
                        Words.upTo(10).list().ofMinSize(1).ofMaxSize(2))
                .ofMinSize(1)
                .ofMaxSize(3)
                .injectNull(0.3);
        return Combinators.combine(variables, variables, buttons)
                .as((body, header, links) -> new TemplateBody(null, "t", "es", null, body, header, links, null));
    }

    @Property(tries = 500)
    void theValuesOfATemplateComeBackUnderTheirNames(@ForAll("templates") TemplateBody template) {
        SendRequest request = new SendRequest(
                ENDS.from(), ENDS.to(), "template", null, null, null, null, null, null, null, template, null);

        Content content = Chirp.SEND_READER.read(request, Mode.LIVE).content();

        assertThat(Chirp.RESOURCES.of(Examples.inbound(content)).templateData()).isEqualTo(template);
    }

    @Property(tries = 1500)
    void everyMessageCanBeShownAndShowsItsWords(@ForAll("contents") Content content) throws IOException {
        MessageResource resource = Chirp.RESOURCES.of(Examples.inbound(content));

        List<String> texts = new ArrayList<>();
        collect(tree(resource), texts);
        for (String words : words(content)) {
            assertThat(texts).contains(words);
        }
    }

    @Property(tries = 1500)
    void aMessageSaysTheSameWhenItIsReadBackFromItsResource(@ForAll("contents") Content generated) {
        Content said = showable(generated);

        Content read = Chirp.RESOURCE_READER.content(Chirp.RESOURCES.of(Examples.inbound(generated)));

        assertThat(ordered(read)).isEqualTo(ordered(said));
    }

    /** What a send can carry of the content: a file's id but not its link, a place without a web page, messages of ours. */
    private static Content sayable(Content content) {
        return switch (content) {
            case Media media when media.file().id() != null -> new Media(
                    media.kind(), MediaFile.ofId(media.file().id()), media.caption(), media.filename(), null, null);
            case Location place -> withoutUrl(place);
            case Reaction reaction -> new Reaction(
                    MessageReference.ours(new MessageId(Examples.OTHER_MESSAGE)), reaction.emoji());
            case TemplateUse use -> withoutUrls(use, false);
            default -> content;
        };
    }

    /** What a resource can carry of the content: a file's link but not its id, texts for calls and emails. */
    private static Content showable(Content content) {
        return switch (content) {
            case Text text -> Text.of(text.body());
            case Media media when media.file().link() == null -> new Unsupported(
                    MessageTypes.of(media), new Json.Members(Map.of()));
            case Media(var kind, MediaFile(_, var link, var type, var hash, var size), var caption, var name, var voice,
                            var animated) -> new Media(
                    kind, new MediaFile(null, link, type, hash, size), caption, name, voice, animated);
            case TemplateUse use -> withoutUrls(use, true);
            case Email email -> Text.of(
                    Objects.requireNonNullElseGet(email.text(), () -> String.valueOf(email.html())));
            case Speech speech -> Text.of(speech.text());
            default -> content;
        };
    }

    private static Location withoutUrl(Location place) {
        return new Location(place.latitude(), place.longitude(), place.name(), place.address(), null);
    }

    private static TemplateUse withoutUrls(TemplateUse use, boolean withPolicy) {
        TemplateUse.Template template =
                use.template() instanceof TemplateUse.TemplateByName(var name, var language, var policy)
                        ? new TemplateUse.TemplateByName(name, language, withPolicy ? policy : null)
                        : use.template();
        return new TemplateUse(
                template, use.components().stream().map(NothingIsLostTest::withoutUrl).toList());
    }

    private static TemplateUse.Component withoutUrl(TemplateUse.Component component) {
        return component instanceof TemplateUse.Header(var parameters)
                ? new TemplateUse.Header(parameters.stream()
                        .map(each -> each instanceof TemplateUse.LocationParameter(var place)
                                ? new TemplateUse.LocationParameter(withoutUrl(place))
                                : each)
                        .toList())
                : component;
    }

    /** A template whose components stand in one order; what they fill does not depend on it. */
    private static Content ordered(Content content) {
        return content instanceof TemplateUse use
                ? new TemplateUse(
                        use.template(),
                        use.components().stream()
                                .sorted(Comparator.comparing(Object::toString))
                                .toList())
                : content;
    }

    private static boolean hasTemplateName(SendRequest request) {
        return request.template() == null || request.template().name() != null;
    }

    private static List<String> words(Content content) {
        return content instanceof ContactCards(List<ContactCard> cards)
                ? cards.stream().map(card -> card.name().formatted()).toList()
                : PlainText.of(content).stream().toList();
    }

    private static JsonNode tree(Object wire) throws IOException {
        return Objects.requireNonNull(JSON.readValue(JSON.writeValueAsString(wire), JsonNode.class));
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isString()) {
            texts.add(node.getStringValue());
        }
        if (node.isContainerNode()) {
            node.values().forEach(each -> collect(each, texts));
        }
    }
}
