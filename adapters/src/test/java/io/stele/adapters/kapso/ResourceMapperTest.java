package io.stele.adapters.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.contracts.kapso.ContactUpdate;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.Contact;
import io.stele.core.contact.ContactChange;
import io.stele.core.contact.Renaming;
import io.stele.core.conversation.Conversation;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceMapperTest {

    private final ResourceMapper mapper = new ResourceMapperImpl();

    @Test
    void aConversationIsShownWithItsNewestMessage() {
        var shown = mapper.conversation(conversation(null), "208745501", Surface.PROXY, Samples.AT);

        assertThat(shown.id()).isEqualTo(Samples.CONVERSATION.toString());
        assertThat(shown.phoneNumber()).isEqualTo("15551234567");
        assertThat(shown.status()).isEqualTo("active");
        assertThat(shown.lastActiveAt()).isEqualTo("2026-03-02T08:00:00.500Z");
        assertThat(shown.phoneNumberId()).isEqualTo("208745501");
        assertThat(shown.metadata()).isEqualTo(JsonNode.createObjectNode(Map.of()));
        assertThat(shown.kapso().contactName()).isEqualTo("Mara");
        assertThat(shown.kapso().messagesCount()).isEqualTo(2);
        assertThat(shown.kapso().lastMessageId()).isEqualTo("wamid.IN");
        assertThat(shown.kapso().lastMessageType()).isEqualTo("button");
        assertThat(shown.kapso().lastMessageText()).isEqualTo("Keep");
        assertThat(shown.kapso().lastMessageTimestamp()).isEqualTo("2026-03-02T08:00:00.500Z");
        assertThat(shown.kapso().lastInboundAt()).isEqualTo("2026-03-02T08:00:00.500Z");
        assertThat(shown.kapso().lastOutboundAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T08:00:00.499Z, , active",
        "2026-03-03T08:00:00.500Z, , ended",
        "2026-03-02T09:00:00Z, 2026-03-02T08:30:00Z, ended",
    })
    void aConversationEndsByACallOrByADayOfSilence(Instant now, @Nullable Instant endedAt, String status) {
        assertThat(mapper.conversation(conversation(endedAt), null, Surface.PLATFORM, now).status()).isEqualTo(status);
    }

    @Test
    void onlyTheProxyNamesTheConfiguration() {
        var proxy = mapper.conversation(conversation(null), null, Surface.PROXY, Samples.AT);
        var platform = mapper.conversation(conversation(null), null, Surface.PLATFORM, Samples.AT);

        assertThat(proxy.whatsappConfigId()).isEqualTo(KapsoIds.configuration(Samples.ENDPOINT).toString());
        assertThat(platform.whatsappConfigId()).isNull();
    }

    @Test
    void aContactIsNamedByWhatWhatsAppKnows() {
        Contact contact = new Contact(
                new UUID(1, 2),
                Samples.SCOPE,
                "Mara",
                "mara.b",
                "Mara (Berlin)",
                null,
                new Json.Members(Map.of("tier", new Json.Text("gold"))),
                List.of(
                        new EmailAddress("mara@example.com"),
                        new PhoneNumber("+15551234567"),
                        new PhoneNumber("+15557654321"),
                        new BusinessScopedUserId("US.1"),
                        new BusinessScopedUserId("US.ENT.2")),
                Samples.AT,
                Samples.AT);

        var shown = mapper.contact(contact);

        assertThat(shown.waId()).isEqualTo("15551234567");
        assertThat(shown.businessScopedUserId()).isEqualTo("US.1");
        assertThat(shown.parentBusinessScopedUserId()).isEqualTo("US.ENT.2");
        assertThat(shown.username()).isEqualTo("mara.b");
        assertThat(shown.profileName()).isEqualTo("Mara");
        assertThat(shown.displayName()).isEqualTo("Mara (Berlin)");
        assertThat(shown.metadata().get("tier").getStringValue()).isEqualTo("gold");
        assertThat(shown.createdAt()).isEqualTo("2026-03-02T08:00:00.500Z");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfAContactIsRead(String update, ContactChange change) throws IOException {
        assertThat(change(update, "")).isEqualTo(change);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("{}", new ContactChange(null, null, null)),
                Arguments.of("{'metadata':null}", new ContactChange(null, null, null)),
                Arguments.of("{'profile_name':'A'}", new ContactChange(new Renaming("A"), null, null)),
                Arguments.of("{'profile_name':null}", new ContactChange(new Renaming(null), null, null)),
                Arguments.of("{'display_name':'B'}", new ContactChange(null, new Renaming("B"), null)),
                Arguments.of("{'display_name':null}", new ContactChange(null, new Renaming(null), null)),
                Arguments.of(
                        "{'metadata':{'tier':null}}",
                        new ContactChange(null, null, new Json.Members(Map.of("tier", new Json.Null())))));
    }

    @Test
    void metadataThatAreNoObjectAreRefusedByName() {
        assertThatThrownBy(() -> change("{'metadata':'x'}", "")).hasMessage("metadata must be an object");
        assertThatThrownBy(() -> change("{'metadata':[]}", "contact")).hasMessage("contact.metadata must be an object");
    }

    private ContactChange change(String update, String path) throws IOException {
        JsonNode tree =
                ObjectMapper.getDefault().readValue(update.replace('\'', '"'), Argument.of(JsonNode.class));
        return mapper.change(
                ObjectMapper.getDefault().readValueFromTree(tree, Argument.of(ContactUpdate.class)), tree, path);
    }

    @Test
    void aNumberIsShownAsConnected() {
        UUID customer = UUID.fromString("0190b2f0-0000-7000-8000-000000000001");
        Endpoint.WhatsAppNumber names =
                new Endpoint.WhatsAppNumber("208745501", "31500042", "Acme Support", Endpoint.Quality.GREEN);
        Endpoint endpoint = new Endpoint(
                Samples.ENDPOINT,
                Samples.SCOPE,
                null,
                null,
                Channel.WHATSAPP,
                Samples.OWN,
                "whatsapp",
                names,
                "Support",
                Samples.AT,
                customer,
                Samples.AT.plusSeconds(60),
                null);

        var shown = mapper.phoneNumber(endpoint, names, "https://stele.example.com/hooks", "verify-me");

        assertThat(shown.id()).isEqualTo(shown.phoneNumberId()).isEqualTo("208745501");
        assertThat(shown.businessAccountId()).isEqualTo("31500042");
        assertThat(shown.displayPhoneNumber()).isEqualTo("+15550001111");
        assertThat(shown.displayPhoneNumberNormalized()).isEqualTo("15550001111");
        assertThat(shown.name()).isEqualTo(shown.displayName()).isEqualTo("Support");
        assertThat(shown.status()).isEqualTo("CONNECTED");
        assertThat(shown.inboundProcessingEnabled()).isTrue();
        assertThat(shown.verifiedName()).isEqualTo("Acme Support");
        assertThat(shown.qualityRating()).isEqualTo("GREEN");
        assertThat(shown.customerId()).isEqualTo(customer.toString());
        assertThat(shown.webhookUrl()).isEqualTo("https://stele.example.com/hooks");
        assertThat(shown.webhookVerifyToken()).isEqualTo("verify-me");
        assertThat(shown.updatedAt()).isGreaterThan(shown.createdAt());
        assertThat(shown.toString()).doesNotContain("verify-me");
    }

    @ParameterizedTest
    @EnumSource(value = ContentKind.class, mode = EnumSource.Mode.EXCLUDE, names = "UNSUPPORTED")
    void everyKindHasAWordThatMeansIt(ContentKind kind) {
        assertThat(MessageTypes.kinds(MessageTypes.of(kind))).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsupported", "pin", "request_welcome", "TEXT", ""})
    void aWordThatIsNoKindsMeansNone(String word) {
        assertThat(MessageTypes.kinds(word)).isEmpty();
    }

    @Test
    void aConversationNamesThePersonByTheNameOfTheirOwnChoice() {
        assertThat(mapper.conversation(conversation(null), "208745501", Surface.PLATFORM, Samples.AT).username())
                .isEqualTo("@mara.k");
    }

    private static Conversation conversation(@Nullable Instant endedAt) {
        return new Conversation(
                Samples.CONVERSATION,
                Samples.SCOPE,
                Samples.ENDPOINT,
                Samples.CUSTOMER,
                new UUID(1, 2),
                "Mara",
                "@mara.k",
                Samples.AT,
                Samples.AT,
                Samples.AT,
                endedAt,
                Samples.AT,
                null,
                2,
                new Conversation.LastMessage(
                        new MessageId(new Ksuid(1, 2, 3)),
                        Direction.INBOUND,
                        Channel.WHATSAPP,
                        "wamid.IN",
                        ContentKind.BUTTON,
                        "Keep",
                        Samples.AT));
    }
}
