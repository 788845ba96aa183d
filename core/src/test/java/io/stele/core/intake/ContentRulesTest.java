package io.stele.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Contents;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentRulesTest {

    @ParameterizedTest
    @MethodSource
    void aChannelThatDoesNotCarryTheContentSaysSo(Content content, Set<Channel> carriers) {
        for (Channel channel : Channel.values()) {
            Rejection refusal = new Rejection.ContentNotSupported(channel, ContentKind.of(content));
            if (carriers.contains(channel)) {
                assertThat(ContentRules.check(channel, content)).isNotEqualTo(Optional.of(refusal));
            } else {
                assertThat(ContentRules.check(channel, content)).contains(refusal);
            }
        }
    }

    static Stream<Arguments> aChannelThatDoesNotCarryTheContentSaysSo() {
        MediaFile file = MediaFile.ofId("7712");
        Set<Channel> texting = EnumSet.of(
                Channel.WHATSAPP,
                Channel.SMS,
                Channel.SMS_ONEWAY,
                Channel.TELEGRAM,
                Channel.INSTAGRAM,
                Channel.MESSENGER);
        Set<Channel> templates = EnumSet.of(
                Channel.WHATSAPP, Channel.SMS, Channel.SMS_ONEWAY, Channel.TELEGRAM, Channel.INSTAGRAM);
        Set<Channel> rich = EnumSet.of(Channel.WHATSAPP, Channel.TELEGRAM);
        Set<Channel> whatsApp = EnumSet.of(Channel.WHATSAPP);
        Set<Channel> none = EnumSet.noneOf(Channel.class);
        return Stream.of(
                Arguments.of(Text.of("Hello"), texting),
                Arguments.of(new TemplateUse(new TemplateUse.TemplateById("t1"), List.of()), templates),
                Arguments.of(Media.of(MediaKind.IMAGE, file), rich),
                Arguments.of(Media.of(MediaKind.VIDEO, file), rich),
                Arguments.of(Media.of(MediaKind.AUDIO, file), rich),
                Arguments.of(Media.of(MediaKind.DOCUMENT, file), rich),
                Arguments.of(Media.of(MediaKind.STICKER, file), whatsApp),
                Arguments.of(new Location(BigDecimal.ZERO, BigDecimal.ZERO, null, null, null), rich),
                Arguments.of(new ContactCards(List.of()), rich),
                Arguments.of(new Reaction(MessageReference.foreign("wamid.X"), "👍"), whatsApp),
                Arguments.of(new Interactive(null, "Where?", null, new Interactive.LocationRequest()), whatsApp),
                Arguments.of(new Email("Hello", "Hello", null, null, List.of()), EnumSet.of(Channel.EMAIL)),
                Arguments.of(new Speech("Hello", null), EnumSet.of(Channel.VOICE)),
                Arguments.of(new Reply.ButtonReply("yes", "Yes"), none),
                Arguments.of(new Reply.QuickReply("Yes", null), none),
                Arguments.of(new Order("c1", null, List.of()), none),
                Arguments.of(new SystemNote(null, null, null, new Json.Members(Map.of())), none),
                Arguments.of(new Unsupported("pin", new Json.Members(Map.of())), none));
    }

    @Test
    void ofSeveralBrokenRulesTheFirstIsAnswered() {
        Interactive message = new Interactive(
                new Interactive.TextHeader(" "), " ", null, new Interactive.LinkButton(" ", "nowhere"));

        assertThat(ContentRules.check(Channel.WHATSAPP, message))
                .contains(new Rejection.InvalidField(Field.INTERACTIVE_HEADER_TEXT, "must not be blank"));
    }

    @Property(tries = 500)
    void whatTheGeneratorsMakeForWhatsAppIsTaken(@ForAll("free") Content content) {
        assertThat(ContentRules.check(Channel.WHATSAPP, content)).isEmpty();
    }

    @Provide
    Arbitrary<Content> free() {
        return Arbitraries.of(
                        ContentKind.TEXT,
                        ContentKind.IMAGE,
                        ContentKind.VIDEO,
                        ContentKind.AUDIO,
                        ContentKind.DOCUMENT,
                        ContentKind.STICKER,
                        ContentKind.LOCATION,
                        ContentKind.CONTACTS,
                        ContentKind.REACTION)
                .flatMap(Contents::of);
    }
}
