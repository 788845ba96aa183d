package io.stele.adapters.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.graph.GraphReader;
import io.stele.contracts.kapso.Message;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.core.intake.Draft;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Contents;
import io.stele.core.message.PlainText;
import io.stele.core.message.Reply;
import io.stele.core.message.TemplateUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing is lost: what Kapso can say comes back identical through it, and everything else shows its words. */
class KapsoRoundTripTest {

    private static final ObjectMapper JSON = ObjectMapper.getDefault();
    private static final SendReader READER = Samples.BEANS.getBean(SendReader.class);
    private static final GraphReader GRAPH = Samples.BEANS.getBean(GraphReader.class);
    private static final KapsoIds IDS = new KapsoIds();
    private static final Set<ContentKind> NOT_SENT = EnumSet.of(
            ContentKind.BUTTON,
            ContentKind.ORDER,
            ContentKind.EMAIL,
            ContentKind.SPEECH,
            ContentKind.SYSTEM,
            ContentKind.UNSUPPORTED);

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aRequestIsReadAndShownAsItWas(@ForAll("sendable") Content content) throws IOException {
        JsonNode sent = JSON.writeValueToTree(Samples.RESOURCES.request(Samples.outbound(content)));

        Draft draft = READER.draft(
                JSON.readValueFromTree(sent, Argument.of(MessageRequest.class)), Samples.ENDPOINT, null);
        JsonNode shown = JSON.writeValueToTree(
                Samples.RESOURCES.message(Samples.outbound(draft.content()), "208745501", Surface.PROXY));

        String type = sent.get("type").getStringValue();
        assertThat(shown.get("type").getStringValue()).isEqualTo(type);
        assertThat(shown.get(type)).isEqualTo(sent.get(type));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aMessageShownIsReadAsItWas(@ForAll("received") Content content) throws IOException {
        JsonNode shown = JSON.writeValueToTree(
                Samples.RESOURCES.message(Samples.inbound(content), "208745501", Surface.PROXY));

        GraphReader.Received read =
                GRAPH.received(JSON.readValueFromTree(shown, Argument.of(Message.class)), shown, IDS);

        assertThat(read.content()).isEqualTo(content);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyMessageIsShownWithItsWords(@ForAll("any") Content content, @ForAll Surface surface) throws IOException {
        Message shown = Samples.RESOURCES.message(Samples.inbound(content), null, surface);

        assertThat(shown.type()).isNotEmpty();
        PlainText.of(content)
                .ifPresent(words -> assertThat(texts(JSON, shown)).anySatisfy(text -> assertThat(text).contains(words)));
    }

    private static List<String> texts(ObjectMapper json, Message message) {
        try {
            List<String> texts = new ArrayList<>();
            collect(json.writeValueToTree(message), texts);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isString()) {
            texts.add(node.getStringValue());
        } else if (node.isArray()) {
            node.values().forEach(each -> collect(each, texts));
        } else if (node.isObject()) {
            node.entries().forEach(each -> collect(each.getValue(), texts));
        }
    }

    @Provide
    Arbitrary<Content> any() {
        return Contents.any();
    }

    @Provide
    Arbitrary<Content> sendable() {
        return Contents.any()
                .filter(content -> !NOT_SENT.contains(ContentKind.of(content)))
                .filter(content -> !(content instanceof Reply))
                .filter(content -> !(content instanceof TemplateUse(TemplateUse.TemplateById _, var _)));
    }

    @Provide
    Arbitrary<Content> received() {
        return Arbitraries.oneOf(
                Contents.text().map(Content.class::cast),
                Contents.location().map(Content.class::cast),
                Contents.contactCards().map(Content.class::cast),
                Contents.reaction().map(Content.class::cast),
                Contents.buttonReply().map(Content.class::cast),
                Contents.listReply().map(Content.class::cast),
                Contents.flowReply().map(Content.class::cast),
                Contents.quickReply().map(Content.class::cast),
                Contents.order().map(Content.class::cast),
                Contents.systemNote().map(Content.class::cast));
    }
}
