package io.stele.server.api.zavu;

import static io.stele.server.api.zavu.Refused.send;
import static io.stele.server.api.zavu.Refused.whatsapp;

import java.util.List;
import java.util.stream.Stream;

/** Sends that are refused because of what they say. */
final class RefusedContents {

    private RefusedContents() {}

    static List<Refused> all() {
        return Stream.of(strangers(), contents(), giants()).flatMap(List::stream).toList();
    }

    /** Members that would be lost. */
    private static List<Refused> strangers() {
        String button = "'ctaDisplayText':'Go','ctaUrl':'https://example.com',";
        return List.of(
                send("{'to':'$customer','text':'Hi','subject':'S'}", "subject"),
                send("{'to':'$customer','text':'Hi','htmlBody':'<p>'}", "htmlBody"),
                send("{'to':'$customer','text':'Hi','replyTo':'desk@example.com'}", "replyTo"),
                send("{'to':'$customer','text':'Hi','voiceLanguage':'es-ES'}", "voiceLanguage"),
                send("{'to':'ada@example.com','subject':'S','text':'T','voiceLanguage':'es-ES'}", "voiceLanguage"),
                send("{'to':'$customer','text':'Hi','content':{'mediaUrl':'https://example.com/a.jpg'}}", "content.mediaUrl"),
                send("{'to':'ada@example.com','subject':'S','text':'T','content':{'mediaId':'a'}}", "content.mediaId"),
                send("{'to':'$customer','channel':'voice','text':'Hi','content':{'emoji':'👍'}}", "content.emoji"),
                whatsapp("location", ",'text':'Here','content':{'latitude':1,'longitude':1}", "text"),
                whatsapp("contact", ",'text':'Him','content':{'contacts':[{'name':'Ana'}]}", "text"),
                whatsapp("template", ",'text':'Hello','content':{'templateId':'t'}", "text"),
                whatsapp("reaction", ",'text':'Yes','content':{'emoji':'👍','reactToMessageId':'$inbound'}", "text"),
                whatsapp("template", ",'content':{'templateId':'t','mediaUrl':'https://example.com/a.jpg'}", "content.mediaUrl"),
                whatsapp("location", ",'content':{'latitude':1,'longitude':1,'filename':'a'}", "content.filename"),
                whatsapp("image", ",'content':{'mediaId':'a','replyToMessageId':'$inbound'}", "content.replyToMessageId"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{" + button
                                + "'ctaHeaderType':'text','ctaHeaderText':'H','ctaHeaderMediaUrl':'https://example.com/a.png'}",
                        "content.ctaHeaderMediaUrl"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{" + button
                                + "'ctaHeaderType':'image','ctaHeaderText':'H','ctaHeaderMediaUrl':'https://example.com/a.png'}",
                        "content.ctaHeaderText"),
                whatsapp("cta_url", ",'text':'?','content':{" + button + "'filename':'a.pdf'}", "content.filename"));
    }

    private static List<Refused> contents() {
        return List.of(
                whatsapp("image", "", "content"),
                whatsapp("image", ",'content':'a.jpg'", "content"),
                whatsapp("image", ",'content':{}", "content.mediaUrl"),
                whatsapp("image", ",'content':{'mediaUrl':'ftp://example.com/a.jpg'}", "content.mediaUrl"),
                whatsapp(
                        "video",
                        ",'text':'" + "x".repeat(1025) + "','content':{'mediaUrl':'https://example.com/a.mp4'}",
                        "text"),
                whatsapp("location", ",'content':{'longitude':1}", "content.latitude"),
                whatsapp("location", ",'content':{'latitude':91,'longitude':1}", "content.latitude"),
                whatsapp("location", ",'content':{'latitude':1,'longitude':'1'}", "content.longitude"),
                whatsapp("location", ",'content':{'latitude':1,'longitude':-180.5}", "content.longitude"),
                whatsapp("contact", ",'content':{'contacts':[]}", "content.contacts"),
                whatsapp("contact", ",'content':{'contacts':[{'phones':[]}]}", "content.contacts[0].name"),
                whatsapp("buttons", ",'text':'?','content':{}", "content.buttons"),
                whatsapp("buttons", ",'content':{'buttons':[{'id':'a','title':'A'}]}", "text"),
                whatsapp(
                        "buttons",
                        ",'text':'?','content':{'buttons':[{'id':'a','title':'A'},{'id':'b','title':'B'},{'id':'c','title':'C'},{'id':'d','title':'D'}]}",
                        "content.buttons"),
                whatsapp(
                        "buttons",
                        ",'text':'?','content':{'buttons':[{'id':'a','title':'A'},{'id':'b','title':'" + "x".repeat(21) + "'}]}",
                        "content.buttons[1].title"),
                whatsapp("buttons", ",'text':'?','content':{'buttons':[{'title':'A'}]}", "content.buttons[0].id"),
                whatsapp(
                        "list",
                        ",'text':'?','content':{'sections':[{'title':'S','rows':[{'id':'a','title':'A'}]}]}",
                        "content.listButton"),
                whatsapp(
                        "list",
                        ",'text':'?','content':{'listButton':'" + "x".repeat(21) + "','sections':[{'title':'S','rows':[{'id':'a','title':'A'}]}]}",
                        "content.listButton"),
                whatsapp(
                        "list",
                        ",'text':'?','content':{'listButton':'O','sections':[{'title':'S','rows':[]}]}",
                        "content.sections[0].rows"),
                whatsapp(
                        "list",
                        ",'text':'?','content':{'listButton':'O','sections':[{'title':'S','rows':[{'id':'a','title':'" + "x".repeat(25) + "'}]}]}",
                        "content.sections[0].rows[0].title"),
                whatsapp(
                        "list",
                        ",'text':'?','content':{'listButton':'O','sections':[{'title':'S','rows':[{'id':'a','title':'A','description':'" + "x".repeat(73) + "'}]}]}",
                        "content.sections[0].rows[0].description"),
                whatsapp("cta_url", ",'text':'?','content':{'ctaUrl':'https://example.com'}", "content.ctaDisplayText"),
                whatsapp("cta_url", ",'text':'?','content':{'ctaDisplayText':'Go','ctaUrl':'nowhere'}", "content.ctaUrl"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{'ctaDisplayText':'" + "x".repeat(21) + "','ctaUrl':'https://example.com'}",
                        "content.ctaDisplayText"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{'ctaDisplayText':'Go','ctaUrl':'https://example.com','ctaHeaderType':'gif'}",
                        "content.ctaHeaderType"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{'ctaDisplayText':'Go','ctaUrl':'https://example.com','ctaHeaderType':'text','ctaHeaderText':'" + "x".repeat(61) + "'}",
                        "content.ctaHeaderText"),
                whatsapp(
                        "cta_url",
                        ",'text':'?','content':{'ctaDisplayText':'Go','ctaUrl':'https://example.com','footerText':'" + "x".repeat(61) + "'}",
                        "content.footerText"),
                whatsapp("location_request", ",'text':'?','content':{}", "content"),
                whatsapp("request_contact_info", ",'text':'?','content':{'emoji':'x'}", "content"),
                whatsapp("location_request", ",'text':'" + "x".repeat(1025) + "'", "text"),
                whatsapp("reaction", ",'content':{'reactToMessageId':'$inbound'}", "content.emoji"),
                whatsapp("reaction", ",'content':{'emoji':'ok','reactToMessageId':'$inbound'}", "content.emoji"),
                whatsapp("reaction", ",'content':{'emoji':'👍','reactToMessageId':'nothing'}", "content.reactToMessageId"),
                whatsapp("template", ",'content':{}", "content.templateId"),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateVariables':{'1':'a','name':'b'}}",
                        "content.templateVariables"),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateVariables':{'1':1}}",
                        "content.templateVariables.1"),
                whatsapp("template", ",'content':{'templateId':'t','templateVariables':{'0':'a'}}", "content.templateVariables"),
                whatsapp("template", ",'content':{'templateId':'t','templateVariables':{' ':'a'}}", "content.templateVariables. "),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateButtonVariables':{'3':'a'}}",
                        "content.templateButtonVariables.3"),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateButtonVariables':{'first':'a'}}",
                        "content.templateButtonVariables.first"));
    }

    /** What is too large to be kept, where no narrower rule says so. */
    private static List<Refused> giants() {
        String long300 = "x".repeat(300_000);
        return List.of(
                whatsapp("image", ",'content':{'mediaUrl':'https://example.com/" + "x".repeat(8192) + "'}", "content.mediaUrl"),
                whatsapp("image", ",'content':{'mediaId':'" + long300 + "'}", "content"),
                whatsapp("template", ",'content':{'templateId':'" + "x".repeat(513) + "'}", "content.templateId"),
                whatsapp(
                        "template",
                        ",'content':{'templateId':'t','templateVariables':{'1':'" + long300 + "'}}",
                        "content"),
                whatsapp(
                        "contact",
                        ",'content':{'contacts':[{'name':'A','phones':['" + long300 + "']}]}",
                        "content.contacts"),
                send(
                        "{'to':'ada@example.com','subject':'S','text':'T','htmlBody':'" + "x".repeat(1_048_576) + "'}",
                        "text"));
    }
}
