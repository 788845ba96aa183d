package io.stele.adapters.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.WireException;
import io.stele.contracts.kapso.graph.ActionParameters;
import io.stele.contracts.kapso.graph.InboundMessage;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Contents;
import io.stele.core.message.Context;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.TemplateUse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What Meta's form can say goes there and back as JSON unchanged. */
class GraphRoundTripTest {

    private static final MessageNames NAMES = MessageNames.OF_PROVIDER;
    private static final ObjectMapper JSON = ObjectMapper.getDefault();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void sentContentComesBack(@ForAll("sendable") Content content) throws IOException {
        JsonNode tree = JSON.writeValueToTree(Requests.of(Graph.WRITER.content(content, NAMES)));
        MessageRequest request = JSON.readValueFromTree(tree, Argument.of(MessageRequest.class));

        assertThat(Graph.READER.sent(request, NAMES)).isEqualTo(expressible(content));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void receivedContentComesBack(@ForAll("receivable") Content content) throws IOException {
        JsonNode tree = JSON.writeValueToTree(Requests.received(Graph.WRITER.content(content, NAMES)));
        InboundMessage message = JSON.readValueFromTree(tree, Argument.of(InboundMessage.class));

        assertThat(Graph.READER.received(message, tree, NAMES))
                .isEqualTo(new GraphReader.Received(expressible(content), Context.NONE, null));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aListWithNothingInItIsNoFaultInASend(@ForAll("sendable") Content content, @ForAll @IntRange(max = 20) int which)
            throws IOException {
        JsonNode tree = Holes.in(JSON.writeValueToTree(Requests.of(Graph.WRITER.content(content, NAMES))), which);
        MessageRequest request = JSON.readValueFromTree(tree, Argument.of(MessageRequest.class));

        assertThat(catchThrowable(() -> Graph.READER.sent(request, NAMES)))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(WireException.class).hasMessageEndingWith("] must not be null"));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aListWithNothingInItIsNoFaultInWhatIsReceived(
            @ForAll("receivable") Content content, @ForAll @IntRange(max = 20) int which) throws IOException {
        JsonNode tree = Holes.in(JSON.writeValueToTree(Requests.received(Graph.WRITER.content(content, NAMES))), which);
        InboundMessage message = JSON.readValueFromTree(tree, Argument.of(InboundMessage.class));

        assertThat(catchThrowable(() -> Graph.READER.received(message, tree, NAMES)))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(WireException.class).hasMessageEndingWith("] must not be null"));
    }

    @Example
    void aFlowMayStartWithoutAScreenAndWithoutData() {
        var flow = new Interactive.Flow(
                null, "f1", null, "Go", null, null, null, new Interactive.FlowPayload(null, null));

        var written = Graph.WRITER.content(new Interactive(null, "Book", null, flow), NAMES).interactive();

        assertThat(written.action().parameters().flowActionPayload())
                .isEqualTo(new ActionParameters.FlowActionPayload(null, null));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyContentHasAForm(@ForAll("any") Content content) {
        assertThat(Graph.WRITER.content(content, NAMES).type()).isNotEmpty();
    }

    @Provide
    Arbitrary<Content> any() {
        return Contents.any();
    }

    @Provide
    Arbitrary<Content> sendable() {
        return of(
                        ContentKind.TEXT,
                        ContentKind.IMAGE,
                        ContentKind.VIDEO,
                        ContentKind.AUDIO,
                        ContentKind.DOCUMENT,
                        ContentKind.STICKER,
                        ContentKind.LOCATION,
                        ContentKind.CONTACTS,
                        ContentKind.REACTION,
                        ContentKind.INTERACTIVE,
                        ContentKind.TEMPLATE)
                .filter(content -> !(content instanceof io.stele.core.message.Reply))
                .filter(content -> !(content instanceof TemplateUse(TemplateUse.TemplateById _, var _)));
    }

    @Provide
    Arbitrary<Content> receivable() {
        return of(
                        ContentKind.TEXT,
                        ContentKind.IMAGE,
                        ContentKind.VIDEO,
                        ContentKind.AUDIO,
                        ContentKind.DOCUMENT,
                        ContentKind.STICKER,
                        ContentKind.LOCATION,
                        ContentKind.CONTACTS,
                        ContentKind.REACTION,
                        ContentKind.INTERACTIVE,
                        ContentKind.BUTTON,
                        ContentKind.ORDER,
                        ContentKind.SYSTEM)
                .filter(content -> !(content instanceof Interactive));
    }

    private static Arbitrary<Content> of(ContentKind... kinds) {
        return Arbitraries.of(kinds).flatMap(Contents::of);
    }

    /** A file's size, and an address form's members of other names, have no place in Meta's form. */
    private static Content expressible(Content content) {
        if (content instanceof Media media) {
            MediaFile file = media.file();
            return new Media(
                    media.kind(),
                    new MediaFile(file.id(), file.link(), file.mimeType(), file.sha256(), null),
                    media.caption(),
                    media.filename(),
                    media.voice(),
                    media.animated());
        }
        if (content instanceof Interactive message && message.action() instanceof Interactive.AddressRequest request) {
            Map<String, Json> known = new LinkedHashMap<>(request.parameters().members());
            known.keySet().retainAll(Set.of("values", "saved_addresses", "validation_errors"));
            return new Interactive(
                    message.header(),
                    message.body(),
                    message.footer(),
                    new Interactive.AddressRequest(request.country(), new Json.Members(known)));
        }
        return content;
    }
}
