package io.stele.contracts.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.stele.contracts.kapso.graph.InboundMessage;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.contracts.kapso.graph.MessageResponse;
import io.stele.contracts.kapso.graph.SuccessResponse;
import io.stele.contracts.kapso.webhook.ContactEvent;
import io.stele.contracts.kapso.webhook.ConversationEvent;
import io.stele.contracts.kapso.webhook.MessageEvent;
import io.stele.contracts.kapso.webhook.MetaNotification;
import io.stele.contracts.kapso.webhook.PhoneNumberEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example payload is what its record writes, and what the OpenAPI document describes. */
class ExamplesTest {

    /** The record and the schema of the examples whose file names start with the key. */
    private static final Map<String, Shape> SHAPES =
            Map.ofEntries(
                    shape("message-request", "MessageRequest", Argument.of(MessageRequest.class)),
                    shape("message-response", "MessageResponse", Argument.of(MessageResponse.class)),
                    shape("success-response", "SuccessResponse", Argument.of(SuccessResponse.class)),
                    shape("inbound-message", "Message", Argument.of(InboundMessage.class)),
                    shape("message", "Message", Argument.of(Message.class)),
                    shape("message-page", "MessagePage", Argument.of(CursorPage.class, Message.class)),
                    shape("message-offset-page", "MessageOffsetPage", Argument.of(OffsetPage.class, Message.class)),
                    shape("message-data", "MessageData", Argument.of(DataResponse.class, Message.class)),
                    shape("conversation", "Conversation", Argument.of(Conversation.class)),
                    shape("conversation-page", "ConversationPage", Argument.of(CursorPage.class, Conversation.class)),
                    shape("conversation-data", "ConversationData", Argument.of(DataResponse.class, Conversation.class)),
                    shape("conversation-update", "ConversationUpdate", Argument.of(ConversationUpdate.class)),
                    shape(
                            "platform-conversation-update",
                            "PlatformConversationUpdate",
                            Argument.of(PlatformConversationUpdate.class)),
                    shape("contact", "Contact", Argument.of(Contact.class)),
                    shape("contact-page", "ContactPage", Argument.of(CursorPage.class, Contact.class)),
                    shape("contact-offset-page", "ContactOffsetPage", Argument.of(OffsetPage.class, Contact.class)),
                    shape("contact-data", "ContactData", Argument.of(DataResponse.class, Contact.class)),
                    shape("contact-update", "ContactUpdate", Argument.of(ContactUpdate.class)),
                    shape(
                            "platform-contact-update",
                            "PlatformContactUpdate",
                            Argument.of(PlatformContactUpdate.class)),
                    shape("webhook", "Webhook", Argument.of(Webhook.class)),
                    shape("platform-webhook-request", "PlatformWebhookRequest", Argument.of(PlatformWebhookRequest.class)),
                    shape("webhook-test-request", "WebhookTestRequest", Argument.of(WebhookTestRequest.class)),
                    shape("webhook-delivery", "WebhookDelivery", Argument.of(WebhookDelivery.class)),
                    shape("message-event", "MessageEvent", Argument.of(MessageEvent.class)),
                    shape("conversation-event", "ConversationEvent", Argument.of(ConversationEvent.class)),
                    shape("contact-event", "ContactEvent", Argument.of(ContactEvent.class)),
                    shape("phone-number-event", "PhoneNumberEvent", Argument.of(PhoneNumberEvent.class)),
                    shape("meta-notification", "MetaNotification", Argument.of(MetaNotification.class)),
                    shape("phone-number", "PhoneNumber", Argument.of(PhoneNumber.class)),
                    shape("phone-number-page", "PhoneNumberPage", Argument.of(OffsetPage.class, PhoneNumber.class)),
                    shape("phone-number-data", "PhoneNumberData", Argument.of(DataResponse.class, PhoneNumber.class)),
                    shape("graph-error-response", "GraphErrorResponse", Argument.of(GraphErrorResponse.class)),
                    shape("error-response", "ErrorResponse", Argument.of(ErrorResponse.class)),
                    shape("offset-limit-response", "OffsetLimitResponse", Argument.of(OffsetLimitResponse.class)));

    private static final ApiDocument DOCUMENT = ApiDocument.read();

    @ParameterizedTest
    @MethodSource("examples")
    void comesBackUnchangedFromItsRecord(Example example) throws IOException {
        ObjectMapper mapper = ObjectMapper.getDefault();
        Object bound = mapper.readValue(example.json(), example.shape().type());

        String written = mapper.writeValueAsString(typed(example.shape().type()), bound);

        assertThat(Json.read(written)).isEqualTo(Json.read(example.json()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isDescribedByTheDocument(Example example) {
        assertThat(DOCUMENT.violations(example.shape().schema(), example.json())).isEmpty();
    }

    @Test
    void everyShapeHasAnExample() {
        assertThat(examples().map(example -> example.shape().schema()).distinct())
                .containsExactlyInAnyOrderElementsOf(SHAPES.values().stream().map(Shape::schema).distinct().toList());
    }

    static Stream<Example> examples() {
        try (Stream<Path> files = Files.list(folder())) {
            return List.copyOf(files.sorted().map(ExamplesTest::example).toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(Path file) {
        String name = file.getFileName().toString();
        Shape shape = SHAPES.get(name.substring(0, name.indexOf('.')));
        assertThat(shape).as("shape of %s", name).isNotNull();
        try {
            return new Example(name, shape, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(ExamplesTest.class.getResource("/kapso").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map.Entry<String, Shape> shape(String prefix, String schema, Argument<?> type) {
        return Map.entry(prefix, new Shape(schema, type));
    }

    @SuppressWarnings("unchecked")
    private static Argument<Object> typed(Argument<?> type) {
        return (Argument<Object>) type;
    }

    record Shape(String schema, Argument<?> type) {}

    record Example(String name, Shape shape, String json) {
        @Override
        public String toString() {
            return name;
        }
    }
}
