package io.stele.adapters.zavu;

import static io.stele.adapters.zavu.Requests.email;
import static io.stele.adapters.zavu.Requests.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import io.stele.contracts.zavu.ZavuEmailAttachment;
import io.stele.contracts.zavu.ZavuSendRequest;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.SenderId;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.SenderChoice;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Speech;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZavuDraftReaderTest {

    static List<Arguments> addresses() {
        return List.of(
                Arguments.of("+56912345678", null, new PhoneNumber("+56912345678")),
                Arguments.of("+1 (555) 010-2233", null, new PhoneNumber("+15550102233")),
                Arguments.of("15551234567", "sms", new PhoneNumber("+15551234567")),
                Arguments.of("15551234567", "whatsapp", new PhoneNumber("+15551234567")),
                Arguments.of("15551234567", "voice", new PhoneNumber("+15551234567")),
                Arguments.of("15551234567", "telegram", new ChatId("15551234567")),
                Arguments.of("-1001234567890", "telegram", new ChatId("-1001234567890")),
                Arguments.of("17841400000000000", null, new ChatId("17841400000000000")),
                Arguments.of("Ada@Example.COM", "sms", new EmailAddress("Ada@example.com")),
                Arguments.of(
                        "US.13491208655302741918", null, new BusinessScopedUserId("US.13491208655302741918")));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void theFormOfTheAddressSaysWhatItIs(String text, @Nullable String channel, Address address) {
        ZavuSendRequest request = address instanceof EmailAddress ? email("S", "T") : to(text, channel, null, "Hi", null);

        assertThat(ZavuAddresses.parse(text, ZavuNames.channel(channel == null ? "auto" : channel).orElse(null)))
                .contains(address);
        assertThat(read(request).to().getClass()).isEqualTo(address.getClass());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "auto")
    void withoutAChannelTheChoiceIsLeftToTheDomain(@Nullable String channel) {
        assertThat(read(to("+15550102233", channel, null, "Hi", null)).channel()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "sms,SMS", "sms_oneway,SMS_ONEWAY", "whatsapp,WHATSAPP", "telegram,TELEGRAM",
        "instagram,INSTAGRAM", "messenger,MESSENGER"
    })
    void aChannelIsKnownByItsName(String name, Channel channel) {
        assertThat(read(to("15551234567", name, null, "Hi", null)).channel()).isEqualTo(channel);
    }

    @Test
    void textIsTheTypeWhenNoneIsNamed() {
        assertThat(read(to("+15550102233", null, null, "Hi", null)).content()).isEqualTo(Text.of("Hi"));
    }

    @Test
    void aTextOnTheVoiceChannelIsSpoken() {
        assertThat(read(to("+15550102233", "voice", null, "Hi", null)).content()).isEqualTo(new Speech("Hi", null));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void whatGoesToABusinessScopedUserIdIsReadAsForWhatsAppWhateverChannelIsNamed(Channel channel) {
        assertThat(read(to("US.13491208655302741918", ZavuNames.name(channel), null, "Hi", null)).content())
                .isEqualTo(Text.of("Hi"));
    }

    @Test
    void theSenderOfTheHeaderGoesBeforeThatOfTheBody() {
        UUID header = new UUID(7, 7);

        Draft draft = Wiring.DRAFT_READER.read(Requests.labelled(Map.of()), ZavuIds.text(header), "hash");

        assertThat(draft.sender()).isEqualTo(new SenderChoice.Named(new SenderId(header)));
    }

    @Test
    void theSenderOfTheBodyIsTakenWithoutAHeader() {
        assertThat(read(Requests.labelled(Map.of())).sender())
                .isEqualTo(new SenderChoice.Named(new SenderId(new UUID(1, 2))));
        assertThat(Wiring.DRAFT_READER.read(Requests.labelled(Map.of()), " ", "hash").sender())
                .isEqualTo(new SenderChoice.Named(new SenderId(new UUID(1, 2))));
    }

    @Test
    void aSenderThatIsNoIdOfOursIsNotFound() {
        assertThatThrownBy(() -> Wiring.DRAFT_READER.read(to("+15550102233", null, null, "Hi", null), "snd_1", "hash"))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection())
                                .isEqualTo(new Rejection.NotFound(Rejection.Resource.SENDER, "snd_1")));
    }

    @Test
    void keyLabelsAndFallbackGoAlong() {
        Draft draft = read(Requests.labelled(Map.of("unit", "12B")));

        assertThat(draft.idempotency()).isEqualTo(new IdempotencyKey("key-1", "hash"));
        assertThat(draft.metadata()).containsExactly(Map.entry("unit", "12B"));
        assertThat(draft.fallback()).isFalse();
        assertThat(read(to("+15550102233", null, null, "Hi", null)).fallback()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"' desk@Example.com\r\n'|desk@example.com", "desk@example.com|desk@example.com", "nobody|nobody"},
            delimiter = '|')
    void anAddressForAnswersIsKeptWithoutWhatStandsAroundIt(String given, String kept) {
        Draft draft = read(new ZavuSendRequest(
                "ada@example.com", null, null, "T", null, "S", null, given, null, null, null, null, null, null));

        assertThat(((Email) draft.content()).replyTo()).isEqualTo(kept);
    }

    @Test
    void anEmailBringsItsFilesAlongOrSaysWhereTheyAre() {
        Draft draft = read(email(
                "Plan",
                "See",
                new ZavuEmailAttachment("plan.png", "cGxh\nbg==", null, null, "plan"),
                new ZavuEmailAttachment("terms.pdf", null, "https://files.example.com/terms.pdf", "text/x", null),
                new ZavuEmailAttachment("data", "YQ==", null, null, null)));

        Email email = (Email) draft.content();
        assertThat(email.subject()).isEqualTo("Plan");
        assertThat(email.html()).isEqualTo("<p>Hi</p>");
        assertThat(email.replyTo()).isEqualTo("desk@example.com");
        assertThat(email.attachments())
                .extracting(
                        file -> file.filename(),
                        file -> file.mimeType(),
                        file -> file.link(),
                        file -> file.size(),
                        file -> file.contentId())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("plan.png", "image/png", null, 4L, "plan"),
                        org.assertj.core.groups.Tuple.tuple(
                                "terms.pdf", "text/x", "https://files.example.com/terms.pdf", null, null),
                        org.assertj.core.groups.Tuple.tuple("data", "application/octet-stream", null, 1L, null));
        assertThat(draft.attachments())
                .extracting(bytes -> bytes.id())
                .containsExactly(
                        email.attachments().getFirst().id(), email.attachments().getLast().id());
        assertThat(draft.attachments().getFirst().bytes()).asString().isEqualTo("plan");
    }

    @Test
    void positionsOfATemplateAreInOrderHoweverTheyCome() throws IOException {
        TemplateUse use = (TemplateUse) read(ObjectMapper.getDefault()
                        .readValue(
                                template("'templateId':'t','templateVariables':{'2':'b','1':'a'},"
                                                + "'templateButtonVariables':{'1':'y','0':'x'},"
                                                + "'templateHeaderVariables':{'1':'h'}")
                                        .replace('\'', '"'),
                                ZavuSendRequest.class))
                .content();

        assertThat(use)
                .isEqualTo(new TemplateUse(
                        new TemplateUse.TemplateById("t"),
                        List.of(
                                new TemplateUse.Header(List.of(new TemplateUse.TextParameter(null, "h"))),
                                new TemplateUse.Body(List.of(
                                        new TemplateUse.TextParameter(null, "a"),
                                        new TemplateUse.TextParameter(null, "b"))),
                                new TemplateUse.Button("url", 0, List.of(new TemplateUse.TextParameter(null, "x"))),
                                new TemplateUse.Button("url", 1, List.of(new TemplateUse.TextParameter(null, "y"))))));
    }

    @Test
    void theTitleOfASingleSectionMayBeEmpty() throws IOException {
        Interactive list = (Interactive) read(ObjectMapper.getDefault()
                        .readValue(
                                ("{'to':'+15550102233','messageType':'list','text':'?','content':{'listButton':'O',"
                                                + "'sections':[{'title':'','rows':[{'id':'a','title':'A'}]}]}}")
                                        .replace('\'', '"'),
                                ZavuSendRequest.class))
                .content();

        assertThat(list.action())
                .isEqualTo(new Interactive.Menu(
                        "O", List.of(new Interactive.Section(null, List.of(new Interactive.Row("a", "A", null))))));
    }

    private static Draft read(ZavuSendRequest request) {
        return Wiring.DRAFT_READER.read(request, null, "hash");
    }

    private static String template(String members) {
        return "{'to':'+15550102233','messageType':'template','content':{" + members + "}}";
    }
}
