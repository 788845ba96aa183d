package io.stele.adapters.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.Message;
import io.stele.contracts.kapso.graph.DeliveryStatus;
import io.stele.contracts.kapso.graph.MessageError;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Status;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.message.Unsupported;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a message's content (contract section 2.7). */
class MessageResourcesTest {

    @Test
    void aSentMessageHasARecipientAndAnIdOfOurs() {
        Message message = shown(Samples.outbound(Text.of("Hi")), Surface.PROXY);

        assertThat(message.id()).matches("wamid\\.[A-Za-z0-9_-]{27}");
        assertThat(message.timestamp()).isEqualTo("1772438400");
        assertThat(message.to()).isEqualTo("15551234567");
        assertThat(message.from()).isNull();
        assertThat(message.kapso().direction()).isEqualTo("outbound");
        assertThat(message.kapso().whatsappConversationId()).isEqualTo(Samples.CONVERSATION.toString());
        assertThat(message.kapso().contactName()).isEqualTo("Mara");
    }

    @Test
    void aReceivedMessageHasASenderAndTheProvidersId() {
        Message message = shown(Samples.inbound(Text.of("Hi")), Surface.PROXY);

        assertThat(message.id()).isEqualTo("wamid.IN");
        assertThat(message.from()).isEqualTo("15551234567");
        assertThat(message.to()).isNull();
        assertThat(message.kapso().status()).isEqualTo("delivered");
    }

    @ParameterizedTest
    @CsvSource({
        "PROXY, completed, +15551234567",
        "PLATFORM, processed, 15551234567",
    })
    void theSurfacesDiffer(Surface surface, String processing, String phoneNumber) {
        Message message = shown(Samples.inbound(Text.of("Hi")), surface);

        assertThat(message.kapso().processingStatus()).isEqualTo(processing);
        assertThat(message.kapso().phoneNumber()).isEqualTo(phoneNumber);
    }

    @ParameterizedTest
    @CsvSource({
        "US.13491208655302741918, US.13491208655302741918,",
        "US.ENT.506847293015824,, US.ENT.506847293015824",
    })
    void aPersonKnownByUserIdIsNamedByIt(String id, String userId, String parentUserId) {
        Address person = new BusinessScopedUserId(id);
        Message received = shown(at(Direction.INBOUND, person, Status.RECEIVED, Timeline.EMPTY, null), Surface.PROXY);
        Message sent = shown(at(Direction.OUTBOUND, person, Status.SENT, Timeline.EMPTY, null), Surface.PROXY);

        assertThat(received.from()).isNull();
        assertThat(received.fromUserId()).isEqualTo(userId);
        assertThat(received.fromParentUserId()).isEqualTo(parentUserId);
        assertThat(sent.toUserId()).isEqualTo(userId);
        assertThat(sent.toParentUserId()).isEqualTo(parentUserId);
        assertThat(sent.kapso().phoneNumber()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "HELD, pending",
        "QUEUED, pending",
        "SENDING, pending",
        "SENT, sent",
        "DELIVERED, delivered",
        "READ, read",
        "FAILED, failed",
    })
    void everyStatusHasAWord(Status status, String word) {
        Message message = shown(at(Direction.OUTBOUND, Samples.CUSTOMER, status, Timeline.EMPTY, null), Surface.PROXY);

        assertThat(message.kapso().status()).isEqualTo(word);
        assertThat(MessageStatuses.meaning(word)).hasValueSatisfying(meant -> assertThat(meant).contains(status));
    }

    @Test
    void reportsAreToldOldestFirst() {
        Timeline timeline = Timeline.queued(Samples.AT)
                .reached(Status.SENT, Samples.AT.plusSeconds(1))
                .reached(Status.FAILED, Samples.AT.plusSeconds(2));
        Failure failure = new Failure("131026", "Message undeliverable", "Not on WhatsApp");
        Message message =
                shown(at(Direction.OUTBOUND, Samples.CUSTOMER, Status.FAILED, timeline, failure), Surface.PLATFORM);

        assertThat(message.kapso().statuses())
                .extracting(DeliveryStatus::status, DeliveryStatus::timestamp, DeliveryStatus::recipientId)
                .containsExactly(
                        tuple("sent", "1772438401", "15551234567"),
                        tuple("failed", "1772438402", "15551234567"));
        assertThat(message.kapso().statuses().getLast().errors().getFirst().code()).isEqualTo(131026);
        assertThat(message.kapso().statuses().getLast().bizOpaqueCallbackData()).isEqualTo("basket-77");
    }

    @Test
    void thatAVoiceMessageWasPlayedIsTheLastOfItsReports() {
        Timeline timeline = Timeline.queued(Samples.AT).reached(Status.READ, Samples.AT.plusSeconds(3));
        ChannelDetails details = new ChannelDetails(
                ChannelDetails.Origin.API,
                Identity.UNKNOWN,
                List.of(new Json.Members(Map.of("status", new Json.Text("played"), "timestamp", new Json.Text("1772438409")))));
        Message message = shown(
                Samples.message(
                        Direction.OUTBOUND, Text.of("Hi"), Context.NONE, Samples.CUSTOMER, Status.READ, timeline, null, null, details),
                Surface.PLATFORM);

        assertThat(message.kapso().status()).isEqualTo("read");
        assertThat(message.kapso().statuses())
                .extracting(DeliveryStatus::status, DeliveryStatus::timestamp)
                .containsExactly(
                        tuple("sent", "1772438403"),
                        tuple("delivered", "1772438403"),
                        tuple("read", "1772438403"),
                        tuple("played", "1772438409"));
    }

    @Test
    void whatArrivedAfterItFailedIsToldAfterTheFailure() {
        Timeline timeline = Timeline.queued(Samples.AT)
                .reached(Status.SENT, Samples.AT.plusSeconds(1))
                .reached(Status.FAILED, Samples.AT.plusSeconds(2))
                .reached(Status.READ, Samples.AT.plusSeconds(3));
        Message message =
                shown(at(Direction.OUTBOUND, Samples.CUSTOMER, Status.READ, timeline, null), Surface.PLATFORM);

        assertThat(message.kapso().statuses())
                .extracting(DeliveryStatus::status)
                .containsExactly("sent", "failed", "delivered", "read");
    }

    @Test
    void aReportIsToldWithWhatMetaSaidInIt() {
        Timeline timeline = Timeline.queued(Samples.AT)
                .reached(Status.SENT, Samples.AT.plusSeconds(2))
                .reached(Status.FAILED, Samples.AT.plusSeconds(1));
        Message message = shown(
                failed(
                        timeline,
                        """
                        {"id":"wamid.META","status":"sent","timestamp":"1772438401","recipient_id":"15551234567",
                         "biz_opaque_callback_data":"ours","conversation":{"id":"c1","expiration_timestamp":"1772524800",
                         "origin":{"type":"service"}},"pricing":{"billable":false,"pricing_model":"PMP","type":"free_customer_service",
                         "category":"service"}}""",
                        """
                        {"id":"wamid.META","status":"failed","timestamp":"1772438401","errors":[{"code":131026,
                         "title":"Message undeliverable","message":"Undeliverable","error_data":{"details":"Not on WhatsApp"},
                         "href":"https://meta.example/errors"},{"title":"without a code"},7]}"""),
                Surface.PLATFORM);

        DeliveryStatus sent = message.kapso().statuses().getFirst();
        DeliveryStatus failed = message.kapso().statuses().getLast();
        assertThat(sent)
                .isEqualTo(new DeliveryStatus(
                        message.id(),
                        "sent",
                        "1772438401",
                        "15551234567",
                        null,
                        "basket-77",
                        new DeliveryStatus.Conversation("c1", "1772524800", new DeliveryStatus.Origin("service")),
                        new DeliveryStatus.Pricing(false, "PMP", "free_customer_service", "service"),
                        null));
        assertThat(failed.errors())
                .containsExactly(new MessageError(
                        131026,
                        "Message undeliverable",
                        "Undeliverable",
                        new MessageError.Data("Not on WhatsApp"),
                        "https://meta.example/errors"));
    }

    @Test
    void whatIsNotOfMetasFormIsNotTold() {
        Timeline timeline = Timeline.queued(Samples.AT).reached(Status.FAILED, Samples.AT);
        Message message = shown(
                failed(
                        timeline,
                        """
                        {"status":"failed","timestamp":"soon","conversation":[],"pricing":"none","recipient_user_id":true,
                         "errors":{"code":1}}"""),
                Surface.PLATFORM);

        DeliveryStatus failed = message.kapso().statuses().getFirst();
        assertThat(failed.timestamp()).isEqualTo("1772438400");
        assertThat(failed.conversation()).isNull();
        assertThat(failed.pricing()).isNull();
        assertThat(failed.recipientUserId()).isNull();
        assertThat(failed.errors()).extracting(MessageError::code).containsExactly(131026);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theContentIsToldAsText(Content content, String text) {
        assertThat(shown(Samples.inbound(content), Surface.PROXY).kapso().content()).isEqualTo(text);
    }

    static Stream<Arguments> texts() {
        MediaFile file = new MediaFile("m1", "https://files.example/x.jpg", "image/jpeg", null, 12_000L);
        return Stream.of(
                Arguments.of(Text.of("Hi"), "Hi"),
                Arguments.of(
                        new Media(MediaKind.IMAGE, file, null, "x.jpg", null, null),
                        "Image attached (x.jpg) [Size: 12 KB | Type: image/jpeg] URL: https://files.example/x.jpg"),
                Arguments.of(
                        new Media(MediaKind.AUDIO, MediaFile.ofId("m1"), null, null, true, null), "Audio attached"),
                Arguments.of(
                        new Media(MediaKind.VIDEO, MediaFile.ofId("m1"), "Look", null, null, null),
                        "Look\nVideo attached"),
                Arguments.of(
                        new Location(new BigDecimal("52.5"), new BigDecimal("13.4"), "Store", null, null),
                        "Store, 52.5, 13.4"),
                Arguments.of(new Reply.ButtonReply("yes", "Yes"), "Yes"),
                Arguments.of(template(), "[template: parcel_ready] Mara"),
                Arguments.of(new Order("c1", null, List.of()), "Order of 0 items"),
                Arguments.of(new Unsupported("pin", new Json.Members(Map.of())), null));
    }

    @Test
    void mediaIsDescribedAndItsAddressRepeated() {
        MediaFile file = new MediaFile("m1", "https://files.example/x.jpg", "image/jpeg", null, 12_000L);
        var kapso = shown(
                        Samples.inbound(new Media(MediaKind.IMAGE, file, "Broken", null, null, null)), Surface.PROXY)
                .kapso();

        assertThat(kapso.hasMedia()).isTrue();
        assertThat(kapso.mediaUrl()).isEqualTo("https://files.example/x.jpg");
        assertThat(kapso.mediaData().contentType()).isEqualTo("image/jpeg");
        assertThat(kapso.mediaData().byteSize()).isEqualTo(12_000L);
        assertThat(kapso.messageTypeData().get("caption").getStringValue()).isEqualTo("Broken");
    }

    @Test
    void textHasNothingOfMedia() {
        var kapso = shown(Samples.inbound(Text.of("Hi")), Surface.PROXY).kapso();

        assertThat(kapso.hasMedia()).isFalse();
        assertThat(kapso.mediaData()).isNull();
        assertThat(kapso.mediaUrl()).isNull();
        assertThat(kapso.messageTypeData()).isNull();
    }

    @Test
    void aFilledInFlowIsUnpacked() {
        var kapso = shown(
                        Samples.inbound(new Reply.FlowReply("flow", "{\"flow_token\":\"t1\",\"seats\":2}", "Sent")),
                        Surface.PROXY)
                .kapso();

        assertThat(kapso.flowResponse().get("seats").getIntValue()).isEqualTo(2);
        assertThat(kapso.flowToken()).isEqualTo("t1");
        assertThat(kapso.flowName()).isNull();
    }

    @Test
    void aFlowsAnswerThatIsNoJsonStaysInTheMessage() {
        Message message =
                shown(Samples.inbound(new Reply.FlowReply("flow", "not json", null)), Surface.PROXY);

        assertThat(message.interactive().nfmReply().responseJson()).isEqualTo("not json");
        assertThat(message.kapso().flowResponse()).isNull();
    }

    @Test
    void templatesAndInteractiveMessagesAreSummedUp() {
        var template = shown(Samples.outbound(template()), Surface.PROXY).kapso().messageTypeData();
        var buttons = shown(
                        Samples.outbound(new Interactive(
                                null,
                                "Keep it?",
                                null,
                                new Interactive.ReplyButtons(List.of(new Interactive.Button("y", "Yes"))))),
                        Surface.PROXY)
                .kapso()
                .messageTypeData();

        assertThat(template.get("name").getStringValue()).isEqualTo("parcel_ready");
        assertThat(template.get("language").getStringValue()).isEqualTo("de");
        assertThat(template.get("params").get(0).getStringValue()).isEqualTo("Mara");
        assertThat(buttons.get("type").getStringValue()).isEqualTo("button");
        assertThat(buttons.get("body_text").getStringValue()).isEqualTo("Keep it?");
    }

    @Test
    void whatMetaHasNoMemberForIsKeptWithTheType() {
        Unsupported pin = new Unsupported(
                "pin", new Json.Members(Map.of("pin", new Json.Members(Map.of("days", new Json.Text("7"))))));
        Message message = shown(Samples.inbound(pin), Surface.PROXY);

        assertThat(message.type()).isEqualTo("pin");
        assertThat(message.kapso().messageTypeData().get("pin").get("days").getStringValue()).isEqualTo("7");
        assertThat(message.other()).containsOnlyKeys("pin");
        assertThat(message.other().get("pin").get("days").getStringValue()).isEqualTo("7");
    }

    @Test
    void anAnswerOfAnUnknownTypeIsShownAsItCame() throws IOException {
        Json.Members reply = new Json.Members(Map.of(
                "type", new Json.Text("call_permission_reply"),
                "call_permission_reply", new Json.Members(Map.of("response", new Json.Text("accept")))));
        Message message = shown(
                Samples.inbound(new Unsupported("interactive", new Json.Members(Map.of("interactive", reply)))), Surface.PROXY);

        JsonNode written = ObjectMapper.getDefault().writeValueToTree(message);

        assertThat(written.get("type").getStringValue()).isEqualTo("interactive");
        assertThat(JsonTrees.toDomain(written.get("interactive"))).isEqualTo(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsupported", "errors", "data"})
    void aTypeWhoseNameMeansSomethingElseHasNoMember(String type) {
        Json.Members details = new Json.Members(Map.of(type, new Json.Members(Map.of())));

        assertThat(shown(Samples.inbound(new Unsupported(type, details)), Surface.PROXY).other()).isNull();
    }

    @Test
    void aQuoteAndAReactionNameTheirMessageAsKapsoDoes() {
        MessageId id = new MessageId(new Ksuid(1, 1, 1));
        MessageReference ours = new MessageReference(id, Direction.OUTBOUND, "provider-id");
        MessageReference theirs = new MessageReference(id, Direction.INBOUND, "wamid.THEIRS");
        Context quote = Context.answering(new Context.Quote(ours, "+15550001111", null, null));
        Message reply = shown(
                Samples.message(
                        Direction.INBOUND,
                        Text.of("Yes"),
                        quote,
                        Samples.CUSTOMER,
                        Status.RECEIVED,
                        Timeline.EMPTY,
                        null,
                        "wamid.IN"),
                Surface.PROXY);
        Message reaction = shown(Samples.outbound(new Reaction(theirs, null)), Surface.PROXY);

        assertThat(new KapsoIds().read(reply.context().id()).id()).isEqualTo(id);
        assertThat(reply.context().from()).isEqualTo("15550001111");
        assertThat(reaction.reaction().messageId()).isEqualTo("wamid.THEIRS");
        assertThat(reaction.reaction().emoji()).isEmpty();
    }

    private static io.stele.core.message.Message at(
            Direction direction, Address person, Status status, Timeline timeline, Failure failure) {
        return Samples.message(direction, Text.of("Hi"), Context.NONE, person, status, timeline, failure, null);
    }

    /** One that failed, with what Meta reported of it. */
    private static io.stele.core.message.Message failed(Timeline timeline, String... reports) {
        ChannelDetails details = new ChannelDetails(
                ChannelDetails.Origin.API,
                Identity.UNKNOWN,
                Stream.of(reports)
                        .map(report -> JsonTrees.toMembers(Samples.json(report).orElseThrow()))
                        .toList());
        return Samples.message(
                Direction.OUTBOUND,
                Text.of("Hi"),
                Context.NONE,
                Samples.CUSTOMER,
                Status.FAILED,
                timeline,
                new Failure("131026", "Short", null),
                null,
                details);
    }

    private static TemplateUse template() {
        return new TemplateUse(
                new TemplateUse.TemplateByName("parcel_ready", "de", null),
                List.of(new TemplateUse.Body(List.of(new TemplateUse.TextParameter("first_name", "Mara")))));
    }

    private static Message shown(io.stele.core.message.Message message, Surface surface) {
        return Samples.RESOURCES.message(message, "208745501", surface);
    }
}
