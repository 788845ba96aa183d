package io.stele.graphstub.spec;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The use of templates. */
class TemplateRefusalsTest extends Refusals {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"templates", "parameters", "templateButtons", "templateCards"})
    void refuses(int code, String words, String json) {
        check(code, words, message("'type':'template','template':" + json));
    }

    static Stream<Arguments> templates() {
        return Stream.of(
                row(131008, "template['name'] is required", "{'language':{'code':'de'}}"),
                row(131009, "lower-case letters", "{'name':'Parcel ready','language':{'code':'de'}}"),
                row(131008, "template['language'] is required", "{'name':'parcel'}"),
                row(131008, "template['language']['code'] is required", "{'name':'parcel','language':{}}"),
                row(100, "Unexpected key \"policystring\" on param \"template['language']\"",
                        "{'name':'parcel','language':{'code':'de','policystring':'deterministic'}}"),
                row(100, "template['language'] must be a JSON object", "{'name':'parcel','language':'de'}"),
                row(100, "['components'][0]['type'] must be one of", template("{'type':'footer'}")),
                row(131008, "['components'][0]['type'] is required", template("{'parameters':[]}")),
                row(131009, "Duplicated component: body", template("{'type':'body'},{'type':'BODY'}")),
                row(100, "Unexpected key \"namespace\" on param \"template\"",
                        "{'name':'parcel','language':{'code':'de'},'namespace':'n'}"));
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                row(131009, "Invalid header parameters count",
                        template("{'type':'header','parameters':[{'type':'text','text':'a'},{'type':'text','text':'b'}]}")),
                row(100, "['type'] must be one of {TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION, PRODUCT}",
                        template("{'type':'header','parameters':[{'type':'audio','audio':{}}]}")),
                row(131008, "['image']['id'] is required",
                        template("{'type':'header','parameters':[{'type':'image','image':{}}]}")),
                row(100, "template['components'][0]['parameters'][0]['image']['id'] is not a valid",
                        template("{'type':'header','parameters':[{'type':'image','image':{'id':'404'}}]}")),
                row(100, "['text'] must be a string", template(body("{'type':'text','text':9999}"))),
                row(100, "['text'] must be a non-empty string", template(body("{'type':'text','text':''}"))),
                row(100, "Parameter name is missing or empty",
                        template(body("{'type':'text','text':'a','parameter_name':'one'},{'type':'text','text':'b'}"))),
                row(100, "Duplicated parameter name",
                        template(body("{'type':'text','text':'a','parameter_name':'one'},{'type':'text','text':'b',"
                                + "'parameter_name':'one'}"))),
                row(131008, "['amount_1000'] is required",
                        template(body("{'type':'currency','currency':{'fallback_value':'5','code':'EUR'}}"))),
                row(131009, "currency code",
                        template(body("{'type':'currency','currency':{'fallback_value':'5','code':'euro','amount_1000':"
                                + "5000}}"))),
                row(131008, "['fallback_value'] is required", template(body("{'type':'date_time','date_time':{}}"))),
                row(100, "['type'] must be one of {TEXT, CURRENCY, DATE_TIME}",
                        template(body("{'type':'image','image':{'link':'https://cdn.example/x'}}"))),
                row(131008, "['expiration_time_ms'] is required",
                        template("{'type':'limited_time_offer','parameters':[{'type':'limited_time_offer',"
                                + "'limited_time_offer':{}}]}")));
    }

    static Stream<Arguments> templateButtons() {
        return Stream.of(
                row(131008, "['sub_type'] is required", template("{'type':'button','index':0}")),
                row(100, "['sub_type'] must be one of {QUICK_REPLY, URL",
                        template("{'type':'button','sub_type':'phone_number','index':0}")),
                row(131008, "['index'] is required",
                        template("{'type':'button','sub_type':'url','parameters':[{'type':'text','text':'a'}]}")),
                row(131009, "['index']: must be between 0 and 9",
                        template("{'type':'button','sub_type':'url','index':'10','parameters':[{'type':'text','text':"
                                + "'a'}]}")),
                row(131008, "['parameters'] is required", template("{'type':'button','sub_type':'url','index':'0'}")),
                row(100, "['type'] must be one of {PAYLOAD}",
                        template("{'type':'button','sub_type':'quick_reply','index':0,'parameters':[{'type':'text','text':"
                                + "'a'}]}")),
                row(131009, "Coupon code length invalid. Min length: 1, Max length: 15",
                        template("{'type':'button','sub_type':'copy_code','index':0,'parameters':[{'type':'coupon_code',"
                                + "'coupon_code':'" + "x".repeat(16) + "'}]}")),
                row(131009, "Duplicated component: button at index 0",
                        template("{'type':'button','sub_type':'url','index':0,'parameters':[{'type':'text','text':'a'}]},{"
                                + "'type':'button','sub_type':'url','index':'0','parameters':[{'type':'text','text':"
                                + "'a'}]}")),
                row(131008, "['sections'] is required",
                        template("{'type':'button','sub_type':'mpm','index':0,'parameters':[{'type':'action','action':{"
                                + "'thumbnail_product_retailer_id':'a'}}]}")));
    }

    static Stream<Arguments> templateCards() {
        return Stream.of(
                row(131009, "Invalid cards count",
                        template("{'type':'carousel','cards':[{'card_index':0,'components':[]}]}")),
                row(131009, "Duplicated card_index",
                        template("{'type':'carousel','cards':[{'card_index':0,'components':[]},{'card_index':0,"
                                + "'components':[]}]}")),
                row(131008, "['cards'][1]['components'] is required",
                        template("{'type':'carousel','cards':[{'card_index':0,'components':[]},{'card_index':1}]}")),
                row(100, "['type'] must be one of {HEADER, BODY, BUTTON}",
                        template("{'type':'carousel','cards':[{'card_index':0,'components':[{'type':'carousel'}]},{"
                                + "'card_index':1,'components':[]}]}")));
    }

    private static String template(String components) {
        return "{'name':'parcel','language':{'code':'de'},'components':[" + components + "]}";
    }

    private static String body(String parameters) {
        return "{'type':'body','parameters':[" + parameters + "]}";
    }
}
