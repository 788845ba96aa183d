package io.stele.core.intake;

import static io.stele.core.example.Examples.endpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.conversation.Correspondence;
import io.stele.core.example.Examples;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Context;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.ServiceWindow;
import io.stele.core.message.Speech;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RouterTest {

    private static final Address PHONE = Examples.THEIRS;
    private static final Address MAILBOX = new EmailAddress("ana@example.com");
    private static final Address CHAT = new ChatId("123456789");
    private static final Address USER = new BusinessScopedUserId("US.13491208655302741918");

    private static final Content TEXT = Text.of("Hello");
    private static final Content IMAGE = Media.of(MediaKind.IMAGE, MediaFile.ofId("7712"));
    private static final Content STICKER = Media.of(MediaKind.STICKER, MediaFile.ofId("7712"));
    private static final Content REACTION = new Reaction(MessageReference.foreign("wamid.X"), "👍");
    private static final Content REQUEST = new Interactive(null, "Where?", null, new Interactive.LocationRequest());
    private static final Content TEMPLATE = new TemplateUse(new TemplateUse.TemplateById("t1"), List.of());
    private static final Content EMAIL = new Email("Hello", "Hello", null, null, List.of());
    private static final Content SPEECH = new Speech("Hello", null);

    private static final List<Endpoint> EVERYWHERE =
            Arrays.stream(Channel.values()).map(Examples::endpoint).toList();

    @Nested
    class Candidates {

        @ParameterizedTest
        @MethodSource
        void followTheAddressThenTheContentThenTheNamedChannel(
                Address to, Channel named, Content content, List<Channel> expected) {
            assertThat(Router.candidates(draft(to, named, content), EVERYWHERE))
                    .extracting(Endpoint::channel)
                    .isEqualTo(expected);
        }

        static Stream<Arguments> followTheAddressThenTheContentThenTheNamedChannel() {
            List<Channel> automatic = List.of(Channel.WHATSAPP, Channel.SMS, Channel.SMS_ONEWAY);
            return Stream.of(
                    // the kind of the address decides, whatever channel was named
                    row(MAILBOX, null, EMAIL, Channel.EMAIL),
                    row(MAILBOX, Channel.SMS, EMAIL, Channel.EMAIL),
                    row(USER, null, TEXT, Channel.WHATSAPP),
                    row(USER, Channel.SMS, TEXT, Channel.WHATSAPP),
                    row(USER, null, TEMPLATE, Channel.WHATSAPP),
                    // content that only WhatsApp has goes there, whatever channel was named
                    row(PHONE, null, REQUEST, Channel.WHATSAPP),
                    row(PHONE, Channel.SMS, REQUEST, Channel.WHATSAPP),
                    row(PHONE, Channel.SMS, REACTION, Channel.WHATSAPP),
                    row(PHONE, Channel.TELEGRAM, STICKER, Channel.WHATSAPP),
                    row(PHONE, Channel.VOICE, IMAGE, Channel.WHATSAPP),
                    row(PHONE, null, IMAGE, Channel.WHATSAPP),
                    row(PHONE, null, TEMPLATE, Channel.WHATSAPP),
                    // else the named channel is used
                    row(PHONE, Channel.SMS, TEMPLATE, Channel.SMS),
                    row(PHONE, Channel.WHATSAPP, TEXT, Channel.WHATSAPP),
                    row(PHONE, Channel.SMS, TEXT, Channel.SMS),
                    row(PHONE, Channel.SMS_ONEWAY, TEXT, Channel.SMS_ONEWAY),
                    row(PHONE, Channel.VOICE, SPEECH, Channel.VOICE),
                    row(CHAT, Channel.TELEGRAM, IMAGE, Channel.TELEGRAM),
                    row(CHAT, Channel.INSTAGRAM, TEMPLATE, Channel.INSTAGRAM),
                    row(CHAT, Channel.MESSENGER, TEXT, Channel.MESSENGER),
                    // else there is a choice
                    Arguments.of(PHONE, null, TEXT, automatic),
                    Arguments.of(
                            CHAT, null, TEXT, List.of(Channel.TELEGRAM, Channel.INSTAGRAM, Channel.MESSENGER)),
                    Arguments.of(CHAT, null, TEMPLATE, List.of(Channel.TELEGRAM, Channel.INSTAGRAM)),
                    row(CHAT, null, IMAGE, Channel.TELEGRAM));
        }

        private static Arguments row(Address to, Channel named, Content content, Channel expected) {
            return Arguments.of(to, named, content, List.of(expected));
        }

        @Test
        void areThoseThatTheSenderHas() {
            List<Endpoint> endpoints = List.of(endpoint(Channel.EMAIL), endpoint(Channel.SMS));

            assertThat(Router.candidates(draft(PHONE, null, TEXT), endpoints)).containsExactly(endpoint(Channel.SMS));
        }

        @ParameterizedTest
        @MethodSource
        void areRefusedWhereThereIsNone(
                Address to, Channel named, Content content, List<Endpoint> endpoints, Rejection expected) {
            assertThatThrownBy(() -> Router.candidates(draft(to, named, content), endpoints))
                    .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                            .isEqualTo(expected));
        }

        static Stream<Arguments> areRefusedWhereThereIsNone() {
            Rejection none =
                    new Rejection.NoChannel("The sender has no channel that can carry this message to this recipient");
            return Stream.of(
                    // the address does not fit the channel
                    to(MAILBOX, Channel.EMAIL, TEXT, new Rejection.ContentNotSupported(Channel.EMAIL, ContentKind.TEXT)),
                    to(PHONE, Channel.EMAIL, EMAIL, mustBe("an email address for the channel email")),
                    to(CHAT, Channel.SMS, TEXT, mustBe("a phone number in E.164 for the channel sms")),
                    to(CHAT, Channel.SMS_ONEWAY, TEXT, mustBe("a phone number in E.164 for the channel sms_oneway")),
                    to(CHAT, Channel.VOICE, SPEECH, mustBe("a phone number in E.164 for the channel voice")),
                    to(
                            CHAT,
                            Channel.WHATSAPP,
                            TEXT,
                            mustBe("a phone number in E.164 or a business-scoped user id for the channel whatsapp")),
                    to(PHONE, Channel.TELEGRAM, TEXT, mustBe("a numeric chat id for the channel telegram")),
                    to(PHONE, Channel.INSTAGRAM, TEXT, mustBe("a numeric chat id for the channel instagram")),
                    to(PHONE, Channel.MESSENGER, TEXT, mustBe("a numeric chat id for the channel messenger")),
                    // the channel does not carry the content
                    to(PHONE, Channel.VOICE, TEXT, new Rejection.ContentNotSupported(Channel.VOICE, ContentKind.TEXT)),
                    to(
                            CHAT,
                            Channel.MESSENGER,
                            TEMPLATE,
                            new Rejection.ContentNotSupported(Channel.MESSENGER, ContentKind.TEMPLATE)),
                    to(USER, null, EMAIL, new Rejection.ContentNotSupported(Channel.WHATSAPP, ContentKind.EMAIL)),
                    // nothing is left to choose from
                    to(CHAT, null, STICKER, none),
                    to(PHONE, null, SPEECH, none),
                    to(PHONE, null, new Reply.ButtonReply("y", "Yes"), none),
                    // the sender has no such endpoint
                    Arguments.of(PHONE, null, TEXT, List.of(endpoint(Channel.EMAIL)), none),
                    Arguments.of(
                            PHONE,
                            Channel.WHATSAPP,
                            TEXT,
                            List.of(endpoint(Channel.SMS)),
                            new Rejection.ChannelNotAvailable(Channel.WHATSAPP)),
                    Arguments.of(
                            MAILBOX, null, EMAIL, List.of(), new Rejection.ChannelNotAvailable(Channel.EMAIL)));
        }

        private static Arguments to(Address to, Channel named, Content content, Rejection expected) {
            return Arguments.of(to, named, content, EVERYWHERE, expected);
        }

        private static Rejection mustBe(String what) {
            return new Rejection.InvalidField(Field.TO, "must be " + what);
        }
    }

    @Nested
    class OnePhoneNumber {

        private static final ServiceWindow OPEN =
                new ServiceWindow(new Ksuid(1, 2, 3), Examples.NOW.minusSeconds(60), Examples.NOW.plusMillis(1));
        private static final ServiceWindow CLOSED =
                new ServiceWindow(new Ksuid(1, 2, 3), Examples.NOW.minusSeconds(60), Examples.NOW);

        private final Endpoint whatsApp = endpoint(Channel.WHATSAPP);
        private final Endpoint sms = endpoint(Channel.SMS);
        private final Endpoint oneWay = endpoint(Channel.SMS_ONEWAY);
        private final Map<EndpointId, Correspondence> known = new HashMap<>();

        @Test
        void getsTheCheapestChannelWhileTheWindowIsOpen() {
            knows(whatsApp, OPEN, 0, 0);

            assertThat(decide(TEXT, whatsApp, sms, oneWay)).isEqualTo(new Decision.Send(whatsApp, OPEN));
        }

        @Test
        void getsAnSmsWhenTheWindowIsClosed() {
            knows(whatsApp, CLOSED, 5, 0);

            assertThat(decide(TEXT, whatsApp, sms, oneWay)).isEqualTo(new Decision.Send(sms, null));
        }

        @Test
        void getsAnSmsWhenThePersonNeverWrote() {
            assertThat(decide(TEXT, whatsApp, sms, oneWay)).isEqualTo(new Decision.Send(sms, null));
        }

        @Test
        void getsNothingWhenWhatsAppIsAllThereIsAndTheWindowIsClosed() {
            knows(whatsApp, CLOSED, 0, 0);

            assertThat(decide(TEXT, whatsApp)).isEqualTo(new Decision.Refuse(new Rejection.WindowClosed()));
            assertThat(decide(REACTION, whatsApp)).isEqualTo(new Decision.Refuse(new Rejection.WindowClosed()));
        }

        @Test
        void getsNoMarketingOnceTheyHaveStoppedIt() {
            known.put(whatsApp.id(), stopped(whatsApp, PHONE));

            assertThat(Router.decide(marketing(PHONE, whatsApp), known))
                    .isEqualTo(new Decision.Refuse(new Rejection.MarketingStopped()));
            assertThat(decide(TEMPLATE, whatsApp)).isEqualTo(new Decision.Send(whatsApp, null));
        }

        @Test
        void getsATemplateWithoutAWindow() {
            assertThat(decide(TEMPLATE, whatsApp)).isEqualTo(new Decision.Send(whatsApp, null));

            knows(whatsApp, CLOSED, 0, 0);
            assertThat(decide(TEMPLATE, whatsApp)).isEqualTo(new Decision.Send(whatsApp, null));
        }

        @Test
        void getsATemplateInAnOpenWindow() {
            knows(whatsApp, OPEN, 0, 0);

            assertThat(decide(TEMPLATE, whatsApp)).isEqualTo(new Decision.Send(whatsApp, OPEN));
        }

        @Test
        void isTriedOnAChannelUntilThreeAttemptsHaveEnded() {
            knows(whatsApp, OPEN, 0, 2);

            assertThat(chosen(TEXT, whatsApp, sms)).isEqualTo(Channel.WHATSAPP);
        }

        @Test
        void isNotSentToOnAChannelThatFailsMoreThanAFifth() {
            knows(whatsApp, OPEN, 2, 1);

            assertThat(chosen(TEXT, whatsApp, sms)).isEqualTo(Channel.SMS);
        }

        @Test
        void isSentToOnAChannelThatSucceedsInFourOfFive() {
            knows(whatsApp, OPEN, 4, 1);

            assertThat(chosen(TEXT, whatsApp, sms)).isEqualTo(Channel.WHATSAPP);
        }

        @Test
        void getsTheBestChannelWhenNoneIsGoodEnough() {
            knows(whatsApp, OPEN, 1, 3);
            knows(sms, null, 2, 2);
            knows(oneWay, null, 0, 3);

            assertThat(chosen(TEXT, whatsApp, sms, oneWay)).isEqualTo(Channel.SMS);
        }

        @Test
        void getsTheCheaperOfTwoThatAreEquallyBad() {
            knows(whatsApp, OPEN, 1, 3);
            knows(sms, null, 1, 3);

            assertThat(chosen(TEXT, whatsApp, sms)).isEqualTo(Channel.WHATSAPP);
        }

        @Test
        void getsTheOnlyChannelHoweverBadItIs() {
            knows(sms, null, 0, 50);

            assertThat(chosen(TEXT, sms)).isEqualTo(Channel.SMS);
        }

        private void knows(Endpoint endpoint, ServiceWindow window, int delivered, int failed) {
            known.put(endpoint.id(), correspondence(endpoint, PHONE, window, delivered, failed));
        }

        private Decision decide(Content content, Endpoint... candidates) {
            return Router.decide(submission(PHONE, content, candidates), known);
        }

        private Channel chosen(Content content, Endpoint... candidates) {
            return ((Decision.Send) decide(content, candidates)).endpoint().channel();
        }
    }

    @Nested
    class OneChatId {

        private final Endpoint telegram = endpoint(Channel.TELEGRAM);
        private final Endpoint messenger = endpoint(Channel.MESSENGER);

        @Test
        void goesToTheChannelOnWhichThePersonIsKnown() {
            Map<EndpointId, Correspondence> known =
                    Map.of(messenger.id(), correspondence(messenger, CHAT, null, 0, 9));

            assertThat(Router.decide(submission(CHAT, TEXT, telegram, messenger), known))
                    .isEqualTo(new Decision.Send(messenger, null));
        }

        @Test
        void goesToTheOnlyChatChannelAlsoWhenThePersonIsUnknown() {
            assertThat(Router.decide(submission(CHAT, TEXT, telegram), Map.of()))
                    .isEqualTo(new Decision.Send(telegram, null));
        }

        @Test
        void isRefusedWhenThePersonIsUnknownAndThereIsAChoice() {
            assertThat(Router.decide(submission(CHAT, TEXT, telegram, messenger), Map.of()))
                    .isEqualTo(new Decision.Refuse(new Rejection.NoChannel(
                            "The recipient is known on no chat channel; name the channel")));
        }
    }

    private static Draft draft(Address to, Channel named, Content content) {
        return Draft.of(new SenderChoice.Default(), to, named, content);
    }

    private static Submission submission(Address to, Content content, Endpoint... candidates) {
        Instant now = Examples.NOW;
        return new Submission(
                Examples.messageId(1),
                Examples.SCOPE,
                draft(to, null, content),
                Context.NONE,
                List.of(candidates),
                now);
    }

    private static Submission marketing(Address to, Endpoint... candidates) {
        Submission plain = submission(to, TEMPLATE, candidates);
        return new Submission(
                plain.id(), plain.scope(), plain.draft(), plain.context(), true, plain.candidates(), plain.at());
    }

    private static Correspondence stopped(Endpoint endpoint, Address person) {
        Correspondence plain = correspondence(endpoint, person, null, 0, 0);
        return new Correspondence(
                plain.id(),
                plain.endpoint(),
                plain.address(),
                plain.contactId(),
                plain.threadId(),
                null,
                new MarketingPreference(
                        MarketingPreference.Wish.STOP, Examples.NOW, MarketingPreference.Source.MESSAGE, "STOP"),
                0,
                0);
    }

    private static Correspondence correspondence(
            Endpoint endpoint, Address person, ServiceWindow window, int delivered, int failed) {
        UUID id = new UUID(0, 9);
        return new Correspondence(id, endpoint.id(), person, id, id, window, null, delivered, failed);
    }
}
