package io.stele.contracts.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The records, the example payloads and the OpenAPI document say the same. */
class ZavuWireTest {

    private static final ObjectMapper MAPPER = ObjectMapper.getDefault();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** A JSON shape: the folder of its examples, its record, its schema. */
    private enum Shape {
        SEND_MESSAGE_REQUEST(Argument.of(ZavuSendRequest.class), "SendMessageRequest"),
        MESSAGE(Argument.of(ZavuMessage.class), "Message"),
        MESSAGE_RESPONSE(Argument.of(ZavuMessageResponse.class), "MessageResponse"),
        MESSAGE_PAGE(Argument.of(ZavuPage.class, ZavuMessage.class), "MessagePage"),
        REACTION_REQUEST(Argument.of(ZavuReactionRequest.class), "ReactionRequest"),
        TYPING_RESPONSE(Argument.of(ZavuTypingResponse.class), "TypingResponse"),
        ATTACHMENT_LIST(Argument.of(ZavuItems.class, ZavuAttachment.class), "AttachmentList"),
        CONVERSATION(Argument.of(ZavuConversation.class), "Conversation"),
        CONVERSATION_RESPONSE(Argument.of(ZavuConversationResponse.class), "ConversationResponse"),
        CONVERSATION_PAGE(Argument.of(ZavuPage.class, ZavuConversation.class), "ConversationPage"),
        ACCOUNT(Argument.of(ZavuAccount.class), "Account"),
        BALANCE(Argument.of(ZavuBalance.class), "Balance"),
        ERROR(Argument.of(ZavuError.class), "Error");

        private final Argument<?> type;
        private final String schema;

        Shape(Argument<?> type, String schema) {
            this.type = type;
            this.schema = schema;
        }

        String folder() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Stream<Arguments> examples() {
        return Arrays.stream(Shape.values())
                .flatMap(shape -> files(shape).stream().map(file -> Arguments.of(shape, file)));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void everyShapeHasAnExample(Shape shape) {
        assertThat(files(shape)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleComesBackAsItWas(Shape shape, Path file) throws IOException {
        String json = Files.readString(file);

        Object bound = MAPPER.readValue(json, shape.type);

        assertThat(tree(MAPPER.writeValueAsString(bound))).isEqualTo(tree(json));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleKeepsToItsSchema(Shape shape, Path file) throws IOException {
        assertThat(schema(shape.schema).validate(Files.readString(file), InputFormat.JSON))
                .isEmpty();
    }

    static Stream<Arguments> documented() {
        return Stream.of(
                Arguments.of(ZavuSendRequest.class, "SendMessageRequest"),
                Arguments.of(ZavuEmailAttachment.class, "EmailAttachment"),
                Arguments.of(ZavuMessageContent.class, "MessageContent"),
                Arguments.of(ZavuMessageContent.Referral.class, "MessageContent/properties/referral"),
                Arguments.of(ZavuMessage.class, "Message"),
                Arguments.of(ZavuAttachment.class, "Attachment"),
                Arguments.of(ZavuPage.class, "MessagePage"),
                Arguments.of(ZavuPage.class, "ConversationPage"),
                Arguments.of(ZavuConversation.class, "Conversation"),
                Arguments.of(ZavuConversation.LastMessage.class, "Conversation/properties/lastMessage"),
                Arguments.of(ZavuConversation.Group.class, "Conversation/properties/group"),
                Arguments.of(ZavuAccount.class, "Account"),
                Arguments.of(ZavuBalance.class, "Balance"),
                Arguments.of(ZavuError.class, "Error"));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void theDocumentNamesTheMembersOfTheRecord(Class<? extends Record> record, String schema) {
        assertThat(new TreeSet<>(schema(schema).getSchemaNode().get("properties").propertyNames()))
                .isEqualTo(members(record));
    }

    @Test
    void unknownMembersAreIgnored() throws IOException {
        ZavuSendRequest request =
                MAPPER.readValue("{\"to\":\"+15550102233\",\"scheduledAt\":{\"any\":[1]}}", ZavuSendRequest.class);

        assertThat(request.to()).isEqualTo("+15550102233");
    }

    @Test
    void anAbsentListAndAnEmptyListStayDistinct() throws IOException {
        assertThat(MAPPER.readValue("{}", ZavuSendRequest.class).attachments()).isNull();
        assertThat(MAPPER.readValue("{\"attachments\":[]}", ZavuSendRequest.class).attachments())
                .isEmpty();
    }

    @Test
    void aTextThatIsTooLongForItsMemberBreaksTheSchema() {
        String json = "{\"to\":\"a@example.com\",\"subject\":\"" + "x".repeat(999) + "\"}";

        assertThat(schema("SendMessageRequest").validate(json, InputFormat.JSON)).hasSize(1);
    }

    private static Set<String> members(Class<? extends Record> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(ZavuWireTest::wireName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String wireName(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private static Schema schema(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:openapi/zavu.yml#/components/schemas/" + name));
    }

    private static JsonNode tree(String json) throws IOException {
        return MAPPER.readValue(json, JsonNode.class);
    }

    private static List<Path> files(Shape shape) {
        URL folder = ZavuWireTest.class.getResource("/zavu/" + shape.folder());
        assertThat(folder).as("folder of %s", shape).isNotNull();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
