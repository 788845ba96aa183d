package io.stele.contracts.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example payload is what its record writes, and is valid by the OpenAPI document. */
class ChirpWireTest {

    private static final ObjectMapper JSON = ObjectMapper.getDefault();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi31());

    /** What an example's name says about its shape. */
    private enum Shape {
        SEND("send", SendRequest.class, "SendRequest"),
        SEND_RESPONSE("send-response", SendResponse.class, "SendResponse"),
        TEMPLATE_SEND("template-send", TemplateSendRequest.class, "TemplateSendRequest"),
        TEMPLATE_SEND_RESPONSE("template-send-response", TemplateSendResponse.class, "TemplateSendResponse"),
        MESSAGE("message", MessageResource.class, "Message"),
        MESSAGE_REFERENCE("message-reference", MessageReference.class, "MessageReference"),
        MESSAGE_LIST("message-list", MessageList.class, "MessageList"),
        PHONE_NUMBER("phone-number", PhoneNumberResource.class, "PhoneNumber"),
        PHONE_NUMBER_LIST("phone-number-list", PhoneNumberList.class, "PhoneNumberList"),
        PLAYGROUND_INBOUND("playground-inbound", PlaygroundInboundRequest.class, "PlaygroundInboundRequest"),
        QUEUED_EVENT("queued-event", QueuedEvent.class, "QueuedEvent"),
        SUCCESS("success", SuccessResponse.class, "SuccessResponse"),
        ERROR("error", ErrorEnvelope.class, "ErrorEnvelope");

        private final String prefix;
        private final Class<?> record;
        private final String schema;

        Shape(String prefix, Class<?> record, String schema) {
            this.prefix = prefix;
            this.record = record;
            this.schema = schema;
        }

        static Shape of(String example) {
            @Nullable Shape found = null;
            for (Shape shape : values()) {
                boolean matches = example.equals(shape.prefix) || example.startsWith(shape.prefix + "-");
                if (matches && (found == null || shape.prefix.length() > found.prefix.length())) {
                    found = shape;
                }
            }
            return Objects.requireNonNull(found, example);
        }
    }

    static Stream<String> examples() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ChirpWireTest.class.getResource("/chirp")).toURI());
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(".json", "")));
        }
        return names.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadAndWrittenBackUnchanged(String name) throws IOException {
        String example = read(name);

        Object read = Objects.requireNonNull(JSON.readValue(example, Shape.of(name).record));

        assertThat(JSON.readValue(JSON.writeValueAsString(read), JsonNode.class))
                .isEqualTo(JSON.readValue(example, JsonNode.class));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsValidByTheOpenApiDocument(String name) {
        assertThat(violations(Shape.of(name).schema, read(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type": "location"                  | "type": "place"
            "direction": "INBOUND"              | "direction": "inbound"
            "locationLatitude": "40.4168"       | "locationLatitude": 40.4168
            "isForwarded": false                | "isForwarded": null
            "createdAt": "2026-03-02T09:15:04   | "createdAt": "2 March 2026
            "textBody": null,                   |
            "textBody": null,                   | "status": "read", "textBody": null,
            """)
    void theOpenApiDocumentRefusesWhatIsNotThePage(String right, @Nullable String wrong) {
        String example = read("message-location");
        String broken = example.replace(right, Objects.requireNonNullElse(wrong, ""));

        assertThat(broken).isNotEqualTo(example);
        assertThat(violations("Message", broken)).isNotEmpty();
    }

    @Test
    void aMessageWritesItsKeysInTheOrderOfTheOfficialPage() throws IOException {
        MessageResource message =
                Objects.requireNonNull(JSON.readValue(read("message-location"), MessageResource.class));

        assertThat(JSON.writeValueAsString(message))
                .isEqualTo(read("message-location").replaceAll("\\s*\\R\\s*", "").replace("\": ", "\":"));
    }

    @Test
    void everyReadableTypeHasAnExample() throws IOException, URISyntaxException {
        List<String> types = new ArrayList<>();
        for (String name : examples().filter(name -> Shape.of(name) == Shape.MESSAGE).toList()) {
            types.add(Objects.requireNonNull(JSON.readValue(read(name), MessageResource.class)).type());
        }

        assertThat(types)
                .contains(
                        "text", "image", "video", "audio", "document", "location", "contacts", "template",
                        "interactive", "reaction", "sticker", "button", "order", "system", "pin", "unknown");
    }

    @Test
    void theLinkButtonMayBeCalledDisplayText() throws IOException {
        String request = read("send-cta-url").replace("buttonText", "displayText");

        SendRequest read = Objects.requireNonNull(JSON.readValue(request, SendRequest.class));

        assertThat(Objects.requireNonNull(read.interactive()).buttonText()).isEqualTo("Menu");
    }

    @Test
    void unknownMembersOfARequestAreIgnored() throws IOException {
        SendRequest read = Objects.requireNonNull(
                JSON.readValue("""
                {"type": "text", "text": {"body": "Hi", "font": {}}, "priority": [1]}
                """, SendRequest.class));

        assertThat(read.text()).isEqualTo(new TextBody("Hi", null));
    }

    private static List<Error> violations(String schema, String body) {
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:openapi/chirp.yml#/components/schemas/" + schema))
                .validate(
                        body,
                        InputFormat.JSON,
                        context -> context.executionConfig(execution -> execution.formatAssertionsEnabled(true)));
    }

    private static String read(String name) {
        try (InputStream file = ChirpWireTest.class.getResourceAsStream("/chirp/" + name + ".json")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
