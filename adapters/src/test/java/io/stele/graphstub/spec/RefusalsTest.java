package io.stele.graphstub.spec;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The envelope and the plain contents. */
class RefusalsTest extends Refusals {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"envelopes", "simple", "people"})
    void refuses(int code, String words, String json) {
        check(code, words, json);
    }

    static Stream<Arguments> envelopes() {
        return Stream.of(
                row(100, "The parameter messaging_product is required.", "{'to':'15550100777','text':{'body':'x'}}"),
                row(100, "messaging_product must be one of {WHATSAPP}", "{'messaging_product':'sms','to':'15550100777'}"),
                row(100, "The parameter messaging_product is required.", "{'messaging_product':"),
                row(100, "The parameter messaging_product is required.", "[]"),
                row(100, "The parameter to is required.",
                        "{'messaging_product':'whatsapp','type':'text','text':{'body':'x'}}"),
                row(100, "Param to must be a string",
                        "{'messaging_product':'whatsapp','to':15550100777,'text':{'body':'x'}}"),
                row(131009, "neither a phone number nor",
                        "{'messaging_product':'whatsapp','to':'somebody','text':{'body':'x'}}"),
                row(131009, "neither a phone number nor", "{'messaging_product':'whatsapp','to':'+12','text':{'body':'x'}}"),
                row(131009, "not a business-scoped user id",
                        "{'messaging_product':'whatsapp','recipient':'15550100777','text':{'body':'x'}}"),
                row(131009, "is not a group id",
                        "{'messaging_product':'whatsapp','recipient_type':'group','to':'15550100777','text':{'body':'x'}}"),
                row(131051, "not supported in groups",
                        "{'messaging_product':'whatsapp','recipient_type':'group','to':'R1','type':'location','location':{"
                                + "'latitude':1,'longitude':1}}"),
                row(131021, "Recipient cannot be sender",
                        "{'messaging_product':'whatsapp','to':'+1 (555) 010-0042','text':{'body':'x'}}"),
                row(100, "recipient_type must be one of {INDIVIDUAL, GROUP}",
                        message("'recipient_type':'crowd','text':{'body':'x'}")),
                row(131051, "Message type fax", message("'type':'fax','fax':{}")),
                row(131008, "Parameter text is required", message("'type':'text'")),
                row(100, "Unexpected key \"image\"",
                        message("'type':'text','text':{'body':'x'},'image':{'link':'https://cdn.example/x.png'}")),
                row(100, "Unexpected key \"priority\"", message("'text':{'body':'x'},'priority':1")),
                row(100, "biz_opaque_callback_data must be at most 512",
                        message("'text':{'body':'x'},'biz_opaque_callback_data':'" + "d".repeat(513) + "'")),
                row(131008, "context['message_id'] is required", message("'text':{'body':'x'},'context':{}")),
                row(100, "Unexpected key \"id\" on param \"context\"",
                        message("'text':{'body':'x'},'context':{'message_id':'wamid.A','id':'wamid.A'}")),
                row(100, "Param context must be a JSON object", message("'text':{'body':'x'},'context':'wamid.A'")),
                row(100, "status must be one of {READ}",
                        "{'messaging_product':'whatsapp','status':'seen','message_id':'wamid.A'}"),
                row(131008, "message_id is required", "{'messaging_product':'whatsapp','status':'read'}"),
                row(100, "wamid.UNKNOWN was not received",
                        "{'messaging_product':'whatsapp','status':'read','message_id':'wamid.UNKNOWN'}"),
                row(100, "typing_indicator['type'] must be one of {TEXT}",
                        "{'messaging_product':'whatsapp','status':'read','message_id':'wamid.A','typing_indicator':{"
                                + "'type':'audio'}}"));
    }

    static Stream<Arguments> simple() {
        return Stream.of(
                row(131008, "text['body'] is required", message("'text':{}")),
                row(100, "text must be a JSON object", message("'text':'x'")),
                row(100, "text['body'] must be a string", message("'text':{'body':5}")),
                row(100, "text['body'] must be a string", message("'text':{'body':null}")),
                row(100, "text['body'] must be a non-empty string", message("'text':{'body':''}")),
                row(100, "text['body'] must be at most 4096", message("'text':{'body':'" + "x".repeat(4097) + "'}")),
                row(100, "text['preview_url'] must be a boolean", message("'text':{'body':'x','preview_url':'true'}")),
                row(100, "Unexpected key \"format\" on param \"text\"", message("'text':{'body':'x','format':'bold'}")),
                row(131008, "image['id'] is required", message("'type':'image','image':{}")),
                row(100, "image['id'] is not a valid whatsapp business account media attachment ID",
                        message("'type':'image','image':{'id':'404'}")),
                row(100, "image['link'] must be a valid URI", message("'type':'image','image':{'link':'cdn.example/x.png'}")),
                row(100, "image['link'] must be a valid URI",
                        message("'type':'image','image':{'link':'ftp://cdn.example/x.png'}")),
                row(100, "image['caption'] must be at most 1024",
                        message("'type':'image','image':{'link':'https://cdn.example/x','caption':'" + "x".repeat(1025)
                                + "'}")),
                row(100, "Unexpected key \"filename\" on param \"image\"",
                        message("'type':'image','image':{'link':'https://cdn.example/x','filename':'x'}")),
                row(100, "Unexpected key \"mime_type\" on param \"video\"",
                        message("'type':'video','video':{'link':'https://cdn.example/x','mime_type':'video/mp4'}")),
                row(100, "Unexpected key \"caption\" on param \"audio\"",
                        message("'type':'audio','audio':{'link':'https://cdn.example/x','caption':'x'}")),
                row(100, "audio['voice'] must be a boolean",
                        message("'type':'audio','audio':{'link':'https://cdn.example/x','voice':1}")),
                row(100, "document['filename'] must be at most 240",
                        message("'type':'document','document':{'link':'https://cdn.example/x','filename':'"
                                + "x".repeat(241) + "'}")),
                row(100, "Unexpected key \"caption\" on param \"sticker\"",
                        message("'type':'sticker','sticker':{'link':'https://cdn.example/x','caption':'x'}")),
                row(131008, "location['longitude'] is required", message("'type':'location','location':{'latitude':1}")),
                row(100, "location['latitude'] must be a number",
                        message("'type':'location','location':{'latitude':'north','longitude':1}")),
                row(131009, "location['latitude']: must be between -90 and 90",
                        message("'type':'location','location':{'latitude':'90.1','longitude':1}")),
                row(131009, "location['longitude']: must be between",
                        message("'type':'location','location':{'latitude':1,'longitude':-180.5}")),
                row(131008, "reaction['message_id'] is required", message("'type':'reaction','reaction':{'emoji':'👍'}")),
                row(131008, "reaction['emoji'] is required",
                        message("'type':'reaction','reaction':{'message_id':'wamid.A'}")),
                row(131009, "must be one emoji",
                        message("'type':'reaction','reaction':{'message_id':'wamid.A','emoji':'ok'}")),
                row(131009, "must be one emoji",
                        message("'type':'reaction','reaction':{'message_id':'wamid.A','emoji':'👍👍'}")),
                row(100, "cannot be a contextual reply",
                        message("'type':'reaction','reaction':{'message_id':'wamid.A','emoji':'👍'},'context':{"
                                + "'message_id':'wamid.A'}")));
    }

    static Stream<Arguments> people() {
        return Stream.of(
                row(100, "contacts must be an array", message("'type':'contacts','contacts':{}")),
                row(131009, "Invalid contacts count", message("'type':'contacts','contacts':[]")),
                row(131009, "Max allowed contacts: 257",
                        message("'type':'contacts','contacts':[" + "{},".repeat(257) + "{}]")),
                row(131008, "contacts[0]['name'] is required", message("'type':'contacts','contacts':[{}]")),
                row(131008, "contacts[0]['name']['formatted_name'] is required",
                        message("'type':'contacts','contacts':[{'name':{'first_name':'A'}}]")),
                row(131009, "birthday']: must be a date",
                        message("'type':'contacts','contacts':[{'name':{'formatted_name':'A'},'birthday':'23.1.1999'}]")),
                row(100, "Unexpected key \"number\" on param \"contacts[0]['phones'][0]\"",
                        message("'type':'contacts','contacts':[{'name':{'formatted_name':'A'},'phones':[{'number':"
                                + "'1'}]}]")),
                row(100, "contacts[0]['emails'][0]['email'] must be a string",
                        message("'type':'contacts','contacts':[{'name':{'formatted_name':'A'},'emails':[{'email':1}]}]")));
    }
}
