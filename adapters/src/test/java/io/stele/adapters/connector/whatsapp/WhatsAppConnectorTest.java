package io.stele.adapters.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Dispatch;
import io.stele.core.delivery.Outcome;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.json.Members;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom messages go, by which ids they name others, and what is not sent at all. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhatsAppConnectorTest {

    private static final String THEIRS = "wamid.HBgLMTU1NTAxMDA3NzcVAgASGBQzQQ==";

    private static Meta meta;

    @BeforeAll
    static void open() {
        meta = Meta.open();
    }

    @AfterAll
    static void close() {
        meta.close();
    }

    @BeforeEach
    void reset() {
        meta.reset();
    }

    @Test
    void tellsGraphOurIdOfTheMessage() {
        Dispatch dispatch = meta.text();

        meta.connector.send(dispatch);

        assertThat(meta.control.accepted())
                .extracting(LedgerLine::callbackData)
                .containsExactly(dispatch.message().id().value().toString());
    }

    @Test
    void isAcceptedUnderMetasId() {
        Outcome outcome = meta.connector.send(meta.text());

        assertThat(meta.control.accepted())
                .singleElement()
                .satisfies(line -> assertThat(outcome).isEqualTo(new Outcome.Accepted(String.valueOf(line.wamid()))));
    }

    @Test
    void reachesSomebodyByTheUserIdAlone() {
        var user = new BusinessScopedUserId("US.13491208655302741918");

        assertThat(meta.connector.send(meta.dispatches.of(meta.endpoint, user, Text.of("Hello"))))
                .isInstanceOf(Outcome.Accepted.class);

        assertThat(sent().text("recipient")).isEqualTo(user.value());
        assertThat(sent().all()).doesNotContainKey("to");
    }

    @Test
    void quotesByMetasId() {
        send(Context.answering(Context.Quote.of(
                new MessageReference(new MessageId(new Ksuid(1, 2, 3)), Direction.INBOUND, THEIRS))));

        assertThat(sent().optionalMembers("context")).isNotNull().satisfies(context -> assertThat(context.all())
                .containsOnlyKeys("message_id")
                .containsEntry("message_id", THEIRS));
    }

    @Test
    void quotesNothingThatMetaDoesNotKnow() {
        send(Context.answering(Context.Quote.of(MessageReference.ours(new MessageId(new Ksuid(1, 2, 3))))));

        assertThat(sent().all()).doesNotContainKey("context");
    }

    @Test
    void reactsByMetasIdAndQuotesNothingBesides() {
        MessageReference target = new MessageReference(new MessageId(new Ksuid(1, 2, 3)), Direction.INBOUND, THEIRS);
        Context context = Context.answering(Context.Quote.of(target));

        assertThat(meta.connector.send(
                        meta.dispatches.of(meta.endpoint, Meta.SOMEBODY, new Reaction(target, "👍"), context, 1)))
                .isInstanceOf(Outcome.Accepted.class);

        assertThat(sent().optionalMembers("reaction")).isNotNull().satisfies(reaction -> assertThat(reaction.all())
                .containsEntry("message_id", THEIRS));
        assertThat(sent().all()).doesNotContainKey("context");
    }

    @Test
    void sendsAFileThatMetaHasByItsId() {
        String id = meta.control.media(Meta.NUMBER, "image/png", new byte[] {1, 2, 3}).id();
        MediaFile known = new MediaFile(id, "https://files.example/a.png", "image/png", "hash", 3L);

        assertThat(meta.connector.send(meta.dispatch(Media.of(MediaKind.IMAGE, known))))
                .isInstanceOf(Outcome.Accepted.class);

        assertThat(sent().optionalMembers("image")).isNotNull().satisfies(image -> assertThat(image.all())
                .containsOnlyKeys("id")
                .containsEntry("id", id));
    }

    static Stream<Arguments> unsendable() {
        return Stream.of(
                Arguments.of(
                        "132001",
                        meta.dispatch(new TemplateUse(new TemplateUse.TemplateById("tpl_1"), List.of()))),
                Arguments.of(
                        "131009",
                        meta.dispatch(new Reaction(MessageReference.ours(new MessageId(new Ksuid(1, 2, 3))), "👍"))),
                Arguments.of(
                        "131009",
                        meta.dispatches.of(meta.endpoint, new EmailAddress("a@example.com"), Text.of("Hello"))),
                Arguments.of("131009", meta.dispatches.of(meta.endpoint, new ChatId("15550100777"), Text.of("Hello"))),
                Arguments.of("ENDPOINT_NOT_CONNECTED", meta.dispatches.of(endpoint(null), Meta.SOMEBODY, Text.of("Hello"))),
                Arguments.of(
                        "ENDPOINT_NOT_CONNECTED",
                        meta.dispatches.of(
                                endpoint(new Endpoint.WhatsAppNumber("1/../2", Meta.ACCOUNT)),
                                Meta.SOMEBODY,
                                Text.of("Hello"))));
    }

    @ParameterizedTest
    @MethodSource("unsendable")
    void refusesWhatGraphCouldNotTakeWithoutAsking(String code, Dispatch dispatch) {
        assertThat(meta.connector.send(dispatch))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, refused -> assertThat(refused.failure().code()).isEqualTo(code));
        assertThat(meta.control.ledger()).noneMatch(line -> line.kind().equals("request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\r\nlines"})
    void sendsNothingWithoutATokenThatAHeaderCanHold(String token) {
        if (token.isEmpty()) {
            meta.settings.remove(WhatsAppSettings.ACCESS_TOKEN);
        } else {
            meta.settings.put(WhatsAppSettings.ACCESS_TOKEN, token);
        }

        assertThat(meta.connector.send(meta.text())).isEqualTo(new Outcome.Refused(GraphClient.NOT_CONNECTED));
        assertThat(meta.control.ledger()).noneMatch(line -> line.kind().equals("request"));
    }

    @Test
    void reachesGraphAsTheSettingsSayAtTheMoment() {
        meta.settings.put(WhatsAppSettings.ACCESS_TOKEN, "revoked");
        Outcome before = meta.connector.send(meta.text());
        meta.settings.put(WhatsAppSettings.ACCESS_TOKEN, Meta.TOKEN);
        meta.settings.put(WhatsAppSettings.URL, meta.stub.root() + "/");
        meta.settings.put(WhatsAppSettings.VERSION, "v24.0");

        assertThat(meta.connector.send(meta.text())).isInstanceOf(Outcome.Accepted.class);
        assertThat(before)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, refused -> assertThat(refused.failure().code()).isEqualTo("190"));
        assertThat(meta.control.accepted())
                .singleElement()
                .satisfies(line -> assertThat(line.members().text("path"))
                        .isEqualTo("/v24.0/" + Meta.NUMBER + "/messages"));
    }

    @Test
    void sendsOnceHoweverTheAnswerFails() {
        meta.control.add(Fault.of(Fault.Ending.RESET).butTaken());

        assertThat(meta.connector.send(meta.text())).isInstanceOf(Outcome.Unknown.class);

        assertThat(meta.control.accepted()).hasSize(1);
    }

    private static void send(Context context) {
        assertThat(meta.connector.send(
                        meta.dispatches.of(meta.endpoint, Meta.SOMEBODY, Text.of("Hello"), context, 1)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private static Endpoint endpoint(Endpoint.@Nullable WhatsAppNumber number) {
        return meta.dispatches.endpoint(Channel.WHATSAPP, WhatsAppConnector.NAME, number);
    }

    private static Members sent() {
        return meta.control.accepted().getLast().json();
    }
}
