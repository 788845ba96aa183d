package io.stele.adapters.chirp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.WireException;
import io.stele.contracts.chirp.SendRequest;
import io.stele.contracts.chirp.TemplateSendRequest;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.message.Content;
import io.stele.core.message.Interactive;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.project.Mode;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SendReaderTest {

    private static final ObjectMapper JSON = ObjectMapper.getDefault();
    private static final String ID = "msg_wa_2wJ0jH5tRbNpWxQz8KdLcVmYfGs";
    private static final MessageReference OTHER = MessageReference.ours(new MessageId(Examples.OTHER_MESSAGE));

    private static ChirpSend read(String members) {
        return Chirp.SEND_READER.read(
                parsed("{'from': '+34910000001', 'to': '+34600111222', " + members + "}", SendRequest.class), Mode.LIVE);
    }

    private static <T> T parsed(String json, Class<T> type) {
        try {
            return Objects.requireNonNull(JSON.readValue(json.replace('\'', '"'), type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> sends() {
        return Stream.of(
                Arguments.of("'type': 'text', 'text': {'body': 'Hi', 'previewUrl': true}", new Text("Hi", true)),
                Arguments.of(
                        "'type': 'image', 'media': {'mediaId': 'media_1', 'caption': 'C'}",
                        new Media(MediaKind.IMAGE, MediaFile.ofId("media_1"), "C", null, null, null)),
                Arguments.of(
                        "'type': 'document', 'media': {'mediaId': 'med_1', 'filename': 'a.pdf'}",
                        new Media(MediaKind.DOCUMENT, MediaFile.ofId("med_1"), null, "a.pdf", null, null)),
                Arguments.of(
                        "'type': 'sticker', 'sticker': {'mediaId': 'm'}",
                        Media.of(MediaKind.STICKER, MediaFile.ofId("m"))),
                Arguments.of(
                        "'type': 'location', 'location': {'latitude': 40.50, 'longitude': -3}",
                        new Location(new BigDecimal("40.5"), new BigDecimal("-3"), null, null, null)),
                Arguments.of(
                        "'type': 'reaction', 'reaction': {'messageId': '" + ID + "', 'emoji': '👍'}",
                        new Reaction(OTHER, "👍")),
                Arguments.of(
                        "'type': 'reaction', 'reaction': {'messageId': '" + ID + "', 'emoji': ''}",
                        new Reaction(OTHER, null)),
                Arguments.of(
                        "'type': 'interactive', 'interactive': {'type': 'cta_url', 'body': 'B', 'displayText': 'Go', 'url': 'https://a.example'}",
                        new Interactive(null, "B", null, new Interactive.LinkButton("Go", "https://a.example"))),
                Arguments.of(
                        "'type': 'text', 'text': {'body': 'Hi'}, 'location': {'latitude': 900}, 'media': {}",
                        Text.of("Hi")));
    }

    @ParameterizedTest
    @MethodSource("sends")
    void aSendIsReadByTheMemberThatItsTypeNames(String members, Content content) {
        assertThat(read(members).content()).isEqualTo(content);
    }

    @Test
    void bothEndsAreReadHoweverTheyArePunctuated() {
        ChirpSend send = Chirp.SEND_READER.read(
                parsed(
                        "{'from': '34 910 000 001', 'to': '+34 600-111-222', 'type': 'text', 'text': {'body': 'Hi'}}",
                        SendRequest.class),
                Mode.LIVE);

        assertThat(send.from()).isEqualTo(Examples.BUSINESS);
        assertThat(send.to()).isEqualTo(Examples.CUSTOMER);
    }

    @Test
    void aPersonWithoutANumberCanBeAnswered() {
        ChirpSend send = Chirp.SEND_READER.read(
                parsed(
                        "{'from': '+34910000001', 'to': 'ES.1349120865530274', 'type': 'text', 'text': {'body': 'Hi'}}",
                        SendRequest.class),
                Mode.LIVE);

        assertThat(send.to()).isEqualTo(new BusinessScopedUserId("ES.1349120865530274"));
    }

    @Test
    void aQuotedMessageIsNamedByChirpsId() {
        assertThat(read("'type': 'text', 'text': {'body': 'Hi'}, 'replyTo': '" + ID + "'").quote()).isEqualTo(OTHER);
    }

    static Stream<Arguments> templates() {
        return Stream.of(
                Arguments.of(
                        "'variables': {'2': 'B', '1': 'A'}",
                        List.of(new TemplateUse.Body(List.of(
                                new TemplateUse.TextParameter(null, "A"), new TemplateUse.TextParameter(null, "B"))))),
                Arguments.of(
                        "'variables': {'guest': 'Ana'}, 'headerVariables': {'1': 'News'}",
                        List.of(
                                new TemplateUse.Header(List.of(new TemplateUse.TextParameter(null, "News"))),
                                new TemplateUse.Body(List.of(new TemplateUse.TextParameter("guest", "Ana"))))),
                Arguments.of(
                        "'buttonVariables': {'button_1': ['x'], 'button_0': ['y']}",
                        List.of(
                                new TemplateUse.Button("url", 0, List.of(new TemplateUse.TextParameter(null, "y"))),
                                new TemplateUse.Button("url", 1, List.of(new TemplateUse.TextParameter(null, "x"))))),
                Arguments.of("'variables': {}", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            textBlock =
                    """
            'type': 'limited_time_offer'                   | -
            'type': 'Limited_Time_Offer', 'parameters': [] | -
            'type': 'limited_time_offer', 'parameters': [{'type': 'LIMITED_TIME_OFFER', 'limited_time_offer': {'expiration_time_ms': 1772442904120}}] | 1772442904120
            """)
    void anOfferEndsWhenItsParameterSays(String component, @Nullable Long end) {
        assertThat(read("'type': 'template', 'template': {'name': 't', 'language': 'es', 'components': [{" + component + "}]}")
                        .content())
                .isEqualTo(new TemplateUse(
                        new TemplateUse.TemplateByName("t", "es", null), List.of(new TemplateUse.LimitedTimeOffer(end))));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateIsFilledByPositionOrByNameThroughEitherPath(String maps, List<TemplateUse.Component> components) {
        TemplateUse use = new TemplateUse(new TemplateUse.TemplateByName("t", "es", null), components);

        assertThat(read("'type': 'template', 'template': {'name': 't', 'language': 'es', " + maps + "}")
                        .content())
                .isEqualTo(use);
        assertThat(Chirp.SEND_READER
                        .read(parsed(
                                "{'from': '+34910000001', 'to': '+34600111222', 'templateName': 't', 'languageCode': 'es', "
                                        + maps + "}",
                                TemplateSendRequest.class))
                        .content())
                .isEqualTo(use);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                                                                     | type
            'type': 'text'                                                         | text
            'type': 'text', 'text': {}                                             | text.body
            'type': 'image'                                                        | media
            'type': 'audio', 'media': {'caption': 'C'}                             | media.mediaId
            'type': 'sticker', 'media': {'mediaId': 'm'}                           | sticker
            'type': 'sticker', 'sticker': {}                                       | sticker.mediaId
            'type': 'location', 'location': {'longitude': 1}                       | location.latitude
            'type': 'location', 'location': {'latitude': 1}                        | location.longitude
            'type': 'contacts', 'contacts': {}                                     | contacts.contacts
            'type': 'contacts', 'contacts': {'contacts': []}                       | contacts.contacts
            'type': 'contacts', 'contacts': {'contacts': [null]}                   | contacts.contacts[0]
            'type': 'contacts', 'contacts': {'contacts': [{}]}                     | contacts.contacts[0].name
            'type': 'contacts', 'contacts': {'contacts': [{'name': {}}]}           | contacts.contacts[0].name.formattedName
            'type': 'reaction', 'reaction': {'emoji': 'x'}                         | reaction.messageId
            'type': 'reaction', 'reaction': {'messageId': 'x'}                     | reaction.emoji
            'type': 'template', 'template': {'language': 'es'}                     | template.name
            'type': 'template', 'template': {'name': 't'}                          | template.language
            'type': 'template', 'template': {'id': 'x', 'language': 'es'}          | template.name
            'type': 'interactive'                                                  | interactive
            'type': 'interactive', 'interactive': {}                               | interactive.type
            'type': 'interactive', 'interactive': {'type': 'button'}               | interactive.type
            'type': 'interactive', 'interactive': {'type': 'button_reply'}         | interactive.type
            'type': 'interactive', 'interactive': {'type': 'buttons'}              | interactive.body
            'type': 'interactive', 'interactive': {'type': 'buttons', 'body': 'B'} | interactive.buttons
            'type': 'interactive', 'interactive': {'type': 'buttons', 'body': 'B', 'buttons': [{'id': 'a'}]} | interactive.buttons[0].title
            'type': 'interactive', 'interactive': {'type': 'list', 'body': 'B'}    | interactive.buttonText
            'type': 'interactive', 'interactive': {'type': 'list', 'body': 'B', 'buttonText': 'x', 'sections': [{}]} | interactive.sections[0].rows
            'type': 'interactive', 'interactive': {'type': 'list', 'body': 'B', 'buttonText': 'x', 'sections': [{'rows': [{'title': 'T'}]}]} | interactive.sections[0].rows[0].id
            'type': 'interactive', 'interactive': {'type': 'cta_url', 'body': 'B', 'url': 'u'} | interactive.buttonText
            'type': 'interactive', 'interactive': {'type': 'cta_url', 'body': 'B', 'buttonText': 'u'} | interactive.url
            'type': 'interactive', 'interactive': {'type': 'flow', 'body': 'B', 'flow': {}} | interactive.flow.id
            'type': 'interactive', 'interactive': {'type': 'carousel', 'cards': [{}]} | interactive.cards[0].headerMedia
            'type': 'interactive', 'interactive': {'type': 'location_request_message', 'header': 'H', 'headerMedia': {}} | interactive.headerMedia
            'type': 'interactive', 'interactive': {'type': 'location_request_message', 'headerMedia': {'type': 'audio'}} | interactive.headerMedia.type
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'variables': {'1': null}} | template.variables.1
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'buttonVariables': {'first': ['x']}} | template.buttonVariables.first
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'buttonVariables': {'button_0': []}} | template.buttonVariables.button_0
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'components': [{'type': 'footer'}]} | template.components[0].type
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'components': [{'type': 'body', 'parameters': [{'type': 'text'}]}]} | template.components[0].parameters[0].text
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'components': [{'type': 'limited_time_offer', 'parameters': [{}]}]} | template.components[0].parameters[0].type
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'components': [{'type': 'limited_time_offer', 'parameters': [{'type': 'text', 'text': 'x'}]}]} | template.components[0].parameters[0].type
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'components': [{'type': 'limited_time_offer', 'parameters': [{'type': 'limited_time_offer'}]}]} | template.components[0].parameters[0].limited_time_offer
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'components': [{'type': 'limited_time_offer', 'parameters': [{'type': 'limited_time_offer', 'limited_time_offer': {}}]}]} | template.components[0].parameters[0].limited_time_offer.expiration_time_ms
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'components': [{'type': 'limited_time_offer', 'parameters': [{'type': 'limited_time_offer', 'limited_time_offer': {'expiration_time_ms': 1}}, {'type': 'text', 'text': 'x'}]}]} | template.components[0].parameters
            """,
            quoteCharacter = '`')
    void whatIsMissingIsNamed(String members, String field) {
        String sent = members.equals("''") ? "'x': 1" : members;

        assertThatThrownBy(() -> read(sent))
                .isInstanceOfSatisfying(
                        WireException.class, exception -> assertThat(exception.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'type': 'sms'                                                                                       | MESSAGE_TYPE
            'type': 'button'                                                                                    | MESSAGE_TYPE
            'type': 'text', 'text': {'body': 'Hi'}, 'replyTo': 'wamid.SIMxMjM0NQ=='                             | QUOTE
            'type': 'text', 'text': {'body': 'Hi'}, 'replyTo': 'msg_wa_test_2wJ0jH5tRbNpWxQz8KdLcVmYfGs'        | QUOTE
            'type': 'reaction', 'reaction': {'messageId': 'wamid.SIMxMjM0NQ==', 'emoji': 'x'}                   | REACTION_TARGET
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'variables': {'1': 'a', '3': 'b'}}  | TEMPLATE_BODY
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'variables': {'1': 'a', 'n': 'b'}}  | TEMPLATE_BODY
            'type': 'template', 'template': {'name': 't', 'language': 'es', 'headerVariables': {'2': 'a'}}      | TEMPLATE_HEADER
            """,
            quoteCharacter = '`')
    void whatTheDomainWouldNotTakeIsRejectedByItsField(String members, Field field) {
        assertThatThrownBy(() -> read(members))
                .isInstanceOfSatisfying(RejectedException.class, exception -> assertThat(exception.rejection())
                        .isInstanceOfSatisfying(
                                Rejection.InvalidField.class, invalid -> assertThat(invalid.field()).isEqualTo(field)));
    }

    @ParameterizedTest
    @CsvSource({
        "12, +34600111222, SENDER",
        "business, +34600111222, SENDER",
        "+34910000001, 12, TO",
        "+34910000001, ana@example.org, TO",
    })
    void whatIsNoNumberIsRejected(String from, String to, Field field) {
        SendRequest request = parsed(
                "{'from': '" + from + "', 'to': '" + to + "', 'type': 'text', 'text': {'body': 'Hi'}}", SendRequest.class);

        assertThatThrownBy(() -> Chirp.SEND_READER.read(request, Mode.LIVE))
                .isInstanceOfSatisfying(RejectedException.class, exception -> assertThat(exception.rejection())
                        .isEqualTo(new Rejection.InvalidField(field, "must be a phone number in E.164")));
    }
}
