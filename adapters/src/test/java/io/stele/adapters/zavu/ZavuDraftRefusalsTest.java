package io.stele.adapters.zavu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.WireException;
import io.stele.contracts.zavu.ZavuSendRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ZavuDraftRefusalsTest {

    static List<Arguments> refused() {
        return List.of(
                Arguments.of("{}", "to", "is required"),
                Arguments.of("{'to':'nobody','text':'Hi'}", "to", ADDRESS),
                Arguments.of("{'to':'ada@','text':'Hi'}", "to", ADDRESS),
                Arguments.of("{'to':'+12','text':'Hi'}", "to", ADDRESS),
                Arguments.of("{'to':'','text':'Hi'}", "to", ADDRESS),
                Arguments.of("{'to':'+15550102233'}", "text", "is required"),
                Arguments.of("{'to':'+15550102233','text':'Hi','channel':'fax'}", "channel", "is not a channel"),
                Arguments.of("{'to':'+15550102233','text':'Hi','channel':'SMS'}", "channel", "is not a channel"),
                Arguments.of("{'to':'+15550102233','messageType':'poll'}", "messageType", "is not a type of message"),
                Arguments.of("{'to':'+15550102233','messageType':'image'}", "content", "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'video','content':{}}",
                        "content.mediaUrl",
                        "is required, or content.mediaId"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'location','content':{'longitude':1}}",
                        "content.latitude",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'location','content':{'latitude':1}}",
                        "content.longitude",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'contact','content':{}}",
                        "content.contacts",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'contact','content':{'contacts':[]}}",
                        "content.contacts",
                        "must not be empty"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'contact','content':{'contacts':[{'name':'A'},{}]}}",
                        "content.contacts[1].name",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'contact','content':{'contacts':[{'name':'A','phones':[null]}]}}",
                        "content.contacts[0].phones[0]",
                        "must not be null"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'buttons','content':{'buttons':[{'id':'a','title':'A'}]}}",
                        "text",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'buttons','text':'?','content':{'buttons':[{'id':'a','title':'A'},{'title':'B'}]}}",
                        "content.buttons[1].id",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'buttons','text':'?','content':{'buttons':[null]}}",
                        "content.buttons[0]",
                        "must not be null"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'list','text':'?','content':{'sections':[{'rows':[{'id':'a','title':'A'}]}]}}",
                        "content.listButton",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'list','text':'?','content':{'listButton':'O','sections':[{'title':'S'}]}}",
                        "content.sections[0].rows",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'list','text':'?','content':{'listButton':'O','sections':[{'rows':[{'id':'a'}]}]}}",
                        "content.sections[0].rows[0].title",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'cta_url','text':'?','content':{'ctaUrl':'https://example.com'}}",
                        "content.ctaDisplayText",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'cta_url','text':'?','content':{'ctaDisplayText':'Go'}}",
                        "content.ctaUrl",
                        "is required"),
                Arguments.of(link("'ctaHeaderType':'gif'"), "content.ctaHeaderType", HEADER_TYPES),
                Arguments.of(link("'ctaHeaderType':'text'"), "content.ctaHeaderText", "is required"),
                Arguments.of(link("'ctaHeaderType':'image'"), "content.ctaHeaderMediaUrl", "is required"),
                Arguments.of(
                        link("'ctaHeaderMediaUrl':'https://example.com/a.png'"),
                        "content.ctaHeaderType",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'location_request','text':'?','content':{}}",
                        "content",
                        "is not allowed for this type of message"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'request_contact_info','text':'?','content':{'emoji':'x'}}",
                        "content",
                        "is not allowed for this type of message"),
                Arguments.of("{'to':'+15550102233','messageType':'location_request'}", "text", "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'reaction','content':{'reactToMessageId':'m'}}",
                        "content.emoji",
                        "is required"),
                Arguments.of(
                        "{'to':'+15550102233','messageType':'reaction','content':{'emoji':'👍'}}",
                        "content.reactToMessageId",
                        "is required"),
                Arguments.of(template(""), "content.templateId", "is required"),
                Arguments.of(
                        template("'templateId':'t','templateVariables':{'1':'a','name':'b'}"),
                        "content.templateVariables",
                        "must not mix positions and names"),
                Arguments.of(
                        template("'templateId':'t','templateVariables':{'1':'a','3':'b'}"),
                        "content.templateVariables",
                        "must have every position from 1 to the last"),
                Arguments.of(
                        template("'templateId':'t','templateVariables':{'1':null}"),
                        "content.templateVariables.1",
                        "must be a string"),
                Arguments.of(
                        template("'templateId':'t','templateButtonVariables':{'first':'a'}"),
                        "content.templateButtonVariables.first",
                        "is not the index of a button; a button's is 0, 1 or 2"),
                Arguments.of(
                        template("'templateId':'t','templateButtonVariables':{'2':'a','3':'b'}"),
                        "content.templateButtonVariables.3",
                        "is not the index of a button; a button's is 0, 1 or 2"),
                Arguments.of(
                        template("'templateId':'t','templateVariables':{'0':'a'}"),
                        "content.templateVariables",
                        "must have every position from 1 to the last"),
                Arguments.of(
                        template("'templateId':'t','templateVariables':{'01':'a'}"),
                        "content.templateVariables",
                        "must have every position from 1 to the last"),
                Arguments.of(
                        template("'templateId':'t','templateVariables':{'1000':'a','name':'b'}"),
                        "content.templateVariables",
                        "must not mix positions and names"),
                Arguments.of(
                        template("'templateId':'t','templateVariables':{'name':'a',' ':'b'}"),
                        "content.templateVariables. ",
                        "must have a name"),
                Arguments.of(
                        template("'templateId':'t','templateHeaderVariables':{'2':'a'}"),
                        "content.templateHeaderVariables.2",
                        "is not a key; the header's only variable is 1"),
                Arguments.of("{'to':'ada@example.com','text':'Hi'}", "subject", "is required"),
                Arguments.of("{'to':'ada@example.com','subject':'Hi','htmlBody':'<p>'}", "text", "is required"),
                Arguments.of(attached("{'content':'YQ=='}"), "attachments[0].filename", "is required"),
                Arguments.of(attached("{'filename':'a.txt'}"), "attachments[0].path", "is required"),
                Arguments.of(
                        attached("{'filename':'a.txt','content':'YQ==','path':'https://example.com/a.txt'}"),
                        "attachments[0]",
                        "must have either content or path"),
                Arguments.of(
                        attached("{'filename':'a','content':'YQ=='},{'filename':'b','content':'%%'}"),
                        "attachments[1].content",
                        "must be base64"),
                Arguments.of(
                        "{'to':'+15550102233','text':'Hi','attachments':[{'filename':'a'}]}",
                        "attachments",
                        "can go with an email only"),
                Arguments.of("{'to':'+15550102233','text':'Hi','subject':'S'}", "subject", "can go with an email only"),
                Arguments.of("{'to':'+15550102233','text':'Hi','htmlBody':'<p>'}", "htmlBody", "can go with an email only"),
                Arguments.of("{'to':'+15550102233','text':'Hi','replyTo':'a@example.com'}", "replyTo", "can go with an email only"),
                Arguments.of(
                        "{'to':'+15550102233','channel':'email','messageType':'image','subject':'S','content':{'mediaId':'a'}}",
                        "subject",
                        "can go with an email only"),
                Arguments.of("{'to':'+15550102233','text':'Hi','voiceLanguage':'es'}", "voiceLanguage", "can go with speech only"),
                Arguments.of(
                        "{'to':'+15550102233','channel':'voice','messageType':'location_request','text':'?','voiceLanguage':'es'}",
                        "voiceLanguage",
                        "can go with speech only"),
                Arguments.of(
                        "{'to':'ada@example.com','subject':'S','text':'T','voiceLanguage':'es'}",
                        "voiceLanguage",
                        "can go with speech only"),
                Arguments.of(
                        "{'to':'+15550102233','text':'Hi','content':{'mediaUrl':'https://example.com/a.png'}}",
                        "content.mediaUrl",
                        "cannot go with a message of type text"),
                Arguments.of(
                        "{'to':'ada@example.com','subject':'S','text':'T','content':{'mediaId':'a'}}",
                        "content.mediaId",
                        "cannot go with a message of type text"),
                Arguments.of(
                        "{'to':'+15550102233','channel':'voice','text':'Hi','content':{'latitude':0}}",
                        "content.latitude",
                        "cannot go with a message of type text"),
                Arguments.of(link("'ctaHeaderType':'text','ctaHeaderText':'H','ctaHeaderMediaUrl':'https://example.com/a.png'"),
                        "content.ctaHeaderMediaUrl",
                        "cannot go with a header that is text"),
                Arguments.of(link("'ctaHeaderType':'text','ctaHeaderText':'H','mediaId':'a'"),
                        "content.mediaId",
                        "cannot go with a header that is text"),
                Arguments.of(link("'ctaHeaderType':'image','ctaHeaderText':'H','mediaId':'a'"),
                        "content.ctaHeaderText",
                        "cannot go with a header that is a file"),
                Arguments.of(link("'ctaHeaderText':'H','filename':'a.pdf'"),
                        "content.filename",
                        "can go with a header only that is a file"),
                Arguments.of("{'to':'+15550102233','channel':'voice','messageType':'text'}", "text", "is required"),
                Arguments.of(
                        "{'to':'+15550102233','text':'Hi','metadata':{'a':null}}", "metadata.a", "must be a string"));
    }

    private static final String ADDRESS =
            "must be a phone number in E.164, an email address, a WhatsApp business-scoped user id or a numeric chat id";
    private static final String HEADER_TYPES = "must be one of text, image, video, document";

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsMissingOrMalformedIsNamedByItsPath(String json, String field, String reason) throws IOException {
        ZavuSendRequest request = ObjectMapper.getDefault().readValue(json.replace('\'', '"'), ZavuSendRequest.class);

        WireException refusal = catchThrowableOfType(
                WireException.class, () -> Wiring.DRAFT_READER.read(request, null, "hash"));

        assertThat(refusal).isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    private static String link(String header) {
        return "{'to':'+15550102233','messageType':'cta_url','text':'?','content':{'ctaDisplayText':'Go',"
                + "'ctaUrl':'https://example.com'," + header + "}}";
    }

    private static String template(String members) {
        return "{'to':'+15550102233','messageType':'template','content':{" + members + "}}";
    }

    private static String attached(String files) {
        return "{'to':'ada@example.com','subject':'S','text':'T','attachments':[" + files + "]}";
    }
}
