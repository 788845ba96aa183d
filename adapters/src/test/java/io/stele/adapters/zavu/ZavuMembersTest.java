package io.stele.adapters.zavu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.WireException;
import io.stele.contracts.zavu.ZavuMessageContent;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ZavuMembersTest {

    @Test
    void everyMemberOfTheContentIsKnown() {
        assertThat(ZavuMembers.OF_CONTENT)
                .extracting(ZavuMembers.Member::name)
                .containsExactlyElementsOf(Arrays.stream(ZavuMessageContent.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    static List<Arguments> used() {
        return List.of(
                Arguments.of("text", "{}"),
                Arguments.of("image", "{'mediaUrl':'a','mediaId':'b','mimeType':'c','filename':'d'}"),
                Arguments.of("location", "{'latitude':1,'longitude':2,'locationName':'a','locationAddress':'b'}"),
                Arguments.of("contact", "{'contacts':[{'name':'a'}]}"),
                Arguments.of("buttons", "{'buttons':[{'id':'a'}],'ctaHeaderText':'b','footerText':'c'}"),
                Arguments.of("list", "{'listButton':'a','sections':[{}],'ctaHeaderType':'text','ctaHeaderText':'b'}"),
                Arguments.of(
                        "cta_url",
                        "{'ctaDisplayText':'a','ctaUrl':'b','ctaHeaderType':'c','ctaHeaderMediaUrl':'d','mediaId':'e','filename':'f','footerText':'g'}"),
                Arguments.of("reaction", "{'emoji':'a','reactToMessageId':'b'}"),
                Arguments.of(
                        "template",
                        "{'templateId':'a','templateVariables':{'1':'b'},'templateButtonVariables':{'0':'c'},'templateHeaderVariables':{'1':'d'}}"),
                Arguments.of("image", "{'latitude':null,'emoji':' ','buttons':[],'templateVariables':{}}"));
    }

    @ParameterizedTest
    @MethodSource("used")
    void whatATypeUsesAndWhatIsEmptyGoesWithIt(String type, String json) throws IOException {
        ZavuMessageContent content = content(json);

        assertThatCode(() -> ZavuMembers.check(type, " ", content)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "text|{'mediaUrl':'a'}|content.mediaUrl",
                "image|{'latitude':0}|content.latitude",
                "image|{'ctaUrl':'a'}|content.ctaUrl",
                "location|{'latitude':1,'filename':'a'}|content.filename",
                "buttons|{'sections':[{}]}|content.sections",
                "template|{'templateId':'a','mediaId':'b'}|content.mediaId",
                "reaction|{'emoji':'a','replyToMessageId':'b'}|content.replyToMessageId",
                "document|{'mediaId':'a','referral':{}}|content.referral"
            },
            delimiter = '|',
            quoteCharacter = '"')
    void whatATypeDoesNotUseIsRefusedByItsName(String type, String json, String field) throws IOException {
        ZavuMessageContent content = content(json);

        WireException refusal = catchThrowableOfType(WireException.class, () -> ZavuMembers.check(type, null, content));

        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.reason()).isEqualTo("cannot go with a message of type " + type);
    }

    @ParameterizedTest
    @CsvSource({"location", "contact", "reaction", "template"})
    void typesWithoutTextRefuseOne(String type) {
        assertThat(catchThrowableOfType(WireException.class, () -> ZavuMembers.check(type, "Hi", null)).field())
                .isEqualTo("text");
    }

    private static ZavuMessageContent content(String json) throws IOException {
        return ObjectMapper.getDefault().readValue(json.replace('\'', '"'), ZavuMessageContent.class);
    }
}
