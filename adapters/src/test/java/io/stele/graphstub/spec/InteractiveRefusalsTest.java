package io.stele.graphstub.spec;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages with something to tap. */
class InteractiveRefusalsTest extends Refusals {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"buttons", "lists", "links", "otherActions", "products", "carousels"})
    void refuses(int code, String words, String json) {
        check(code, words, message("'type':'interactive','interactive':" + json));
    }

    static Stream<Arguments> buttons() {
        return Stream.of(
                row(131008, "interactive['type'] is required", "{'body':{'text':'x'}}"),
                row(100, "interactive['type'] must be one of {BUTTON, LIST", "{'type':'poll','body':{'text':'x'}}"),
                row(131008, "interactive['body'] is required",
                        "{'type':'button','action':{'buttons':[" + button("1", "A") + "]}}"),
                row(131008, "interactive['action'] is required", "{'type':'button','body':{'text':'x'}}"),
                row(131009, "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3", buttonMessage("")),
                row(131009, "Invalid buttons count",
                        buttonMessage(button("1", "A") + "," + button("2", "B") + "," + button("3", "C") + ","
                                + button("4", "D"))),
                row(131009, "Button title length invalid. Min length: 1, Max length: 20",
                        buttonMessage(button("1", "x".repeat(21)))),
                row(131009, "Button title length invalid", buttonMessage(button("1", ""))),
                row(131009, "Button id length invalid. Min length: 1, Max length: 256",
                        buttonMessage(button("x".repeat(257), "A"))),
                row(131009, "Duplicated button id: 1", buttonMessage(button("1", "A") + "," + button("1", "B"))),
                row(131009, "Duplicated button title: A", buttonMessage(button("1", "A") + "," + button("2", "A"))),
                row(100, "['type'] must be one of {REPLY}", buttonMessage("{'type':'url','reply':{'id':'1','title':'A'}}")),
                row(131009, "Body text length invalid. Min length: 1, Max length: 1024",
                        "{'type':'button','body':{'text':'" + "x".repeat(1025) + "'},'action':{'buttons':["
                                + button("1", "A") + "]}}"),
                row(131009, "Footer text length invalid",
                        "{'type':'button','body':{'text':'x'},'footer':{'text':'" + "x".repeat(61) + "'},'action':{"
                                + "'buttons':[" + button("1", "A") + "]}}"),
                row(131009, "Header text length invalid", headed("{'type':'text','text':'" + "x".repeat(61) + "'}")),
                row(100, "interactive['header']['type'] must be one of",
                        headed("{'type':'audio','audio':{'link':'https://cdn.example/x'}}")),
                row(131008, "interactive['header']['image'] is required", headed("{'type':'image'}")),
                row(100, "interactive['header']['image']['id'] is not a valid",
                        headed("{'type':'image','image':{'id':'404'}}")),
                row(100, "Unexpected key \"caption\"",
                        headed("{'type':'image','image':{'link':'https://cdn.example/x','caption':'x'}}")));
    }

    static Stream<Arguments> lists() {
        String row = "{'id':'1','title':'A'}";
        return Stream.of(
                row(131008, "['button'] is required",
                        "{'type':'list','body':{'text':'x'},'action':{'sections':[{'rows':[" + row + "]}]}}"),
                row(131009, "Button length invalid. Min length: 1, Max length: 20",
                        list("x".repeat(21), "{'rows':[" + row + "]}")),
                row(131009, "Body text length invalid. Min length: 1, Max length: 4096",
                        "{'type':'list','body':{'text':'" + "x".repeat(4097) + "'},'action':{'button':'b','sections':[{"
                                + "'rows':[" + row + "]}]}}"),
                row(131009, "Invalid sections count", list("b", "")),
                row(131009, "Invalid rows count", list("b", "{'rows':[]}")),
                row(131009, "Row title length invalid. Min length: 1, Max length: 24",
                        list("b", "{'rows':[{'id':'1','title':'" + "x".repeat(25) + "'}]}")),
                row(131009, "Row description length invalid. Min length: 0, Max length: 72",
                        list("b", "{'rows':[{'id':'1','title':'A','description':'" + "x".repeat(73) + "'}]}")),
                row(131009, "Row id length invalid", list("b", "{'rows':[{'id':'" + "x".repeat(201) + "','title':'A'}]}")),
                row(131009, "Section title length invalid",
                        list("b", "{'title':'" + "x".repeat(25) + "','rows':[" + row + "]}")),
                row(131008, "['sections'][1]['title'] is required",
                        list("b", "{'title':'T','rows':[" + row + "]},{'rows':[{'id':'2','title':'B'}]}")),
                row(131009, "Duplicated row id: 1",
                        list("b", "{'title':'T','rows':[" + row + "]},{'title':'U','rows':[" + row + "]}")),
                row(131009, "Total row count exceed max allowed count: 10",
                        list("b", "{'title':'T','rows':[" + rows(0, 6) + "]},{'title':'U','rows':[" + rows(6, 11) + "]}")),
                row(100, "interactive['header']['type'] must be one of {TEXT}",
                        "{'type':'list','header':{'type':'image','image':{'link':'https://cdn.example/x'}},'body':{'text':"
                                + "'x'},'action':{'button':'b','sections':[{'rows':[" + row + "]}]}}"));
    }

    static Stream<Arguments> links() {
        return Stream.of(
                row(131008, "['parameters'] is required",
                        "{'type':'cta_url','body':{'text':'x'},'action':{'name':'cta_url'}}"),
                row(100, "['name'] must be one of {CTA_URL}",
                        "{'type':'cta_url','body':{'text':'x'},'action':{'name':'link','parameters':{'display_text':'a',"
                                + "'url':'https://shop.example'}}}"),
                row(131009, "Display text length invalid",
                        "{'type':'cta_url','body':{'text':'x'},'action':{'name':'cta_url','parameters':{'display_text':'"
                                + "x".repeat(21) + "','url':'https://shop.example'}}}"),
                row(100, "['url'] must be a valid URI",
                        "{'type':'cta_url','body':{'text':'x'},'action':{'name':'cta_url','parameters':{'display_text':"
                                + "'a','url':'shop'}}}"));
    }

    static Stream<Arguments> otherActions() {
        return Stream.of(
                row(100, "Unexpected key \"footer\" on param \"interactive\"",
                        "{'type':'location_request_message','body':{'text':'x'},'footer':{'text':'x'},'action':{'name':"
                                + "'send_location'}}"),
                row(100, "['name'] must be one of {SEND_LOCATION}",
                        "{'type':'location_request_message','body':{'text':'x'},'action':{'name':'location'}}"),
                row(100, "Unexpected key \"parameters\"",
                        "{'type':'location_request_message','body':{'text':'x'},'action':{'name':'send_location',"
                                + "'parameters':{}}}"),
                row(131008, "interactive['body'] is required",
                        "{'type':'request_contact_info','action':{'name':'request_contact_info'}}"),
                row(131008, "['country'] is required",
                        "{'type':'address_message','body':{'text':'x'},'action':{'name':'address_message','parameters':{"
                                + "}}}"),
                row(100, "Unexpected key \"zip\"",
                        "{'type':'address_message','body':{'text':'x'},'action':{'name':'address_message','parameters':{"
                                + "'country':'IN','values':{'zip':'1'}}}}"),
                row(131009, "in_pin_code length invalid",
                        "{'type':'address_message','body':{'text':'x'},'action':{'name':'address_message','parameters':{"
                                + "'country':'IN','values':{'in_pin_code':'1234567'}}}}"),
                row(100, "['flow_message_version'] must be one of {3}",
                        flow("'flow_message_version':'2','flow_id':'1','flow_cta':'Go'")),
                row(131008, "['flow_cta'] is required", flow("'flow_message_version':'3','flow_id':'1'")),
                row(131008, "['flow_id'] is required", flow("'flow_message_version':'3','flow_cta':'Go'")),
                row(100, "Only one of flow_id and flow_name",
                        flow("'flow_message_version':'3','flow_cta':'Go','flow_id':'1','flow_name':'a'")),
                row(131009, "Flow CTA length invalid",
                        flow("'flow_message_version':'3','flow_id':'1','flow_cta':'" + "x".repeat(31) + "'")),
                row(131009, "unless flow_action is navigate",
                        flow("'flow_message_version':'3','flow_cta':'Go','flow_id':'1','flow_action':'data_exchange',"
                                + "'flow_action_payload':{'screen':'A'}")),
                row(131009, "['data']: must not be empty",
                        flow("'flow_message_version':'3','flow_cta':'Go','flow_id':'1','flow_action_payload':{'data':{}}")),
                row(100, "Unexpected key \"header\"",
                        "{'type':'call_permission_request','header':{'type':'text','text':'x'},'action':{'name':"
                                + "'call_permission_request'}}"));
    }

    static Stream<Arguments> products() {
        return Stream.of(
                row(131008, "['product_retailer_id'] is required", "{'type':'product','action':{'catalog_id':'1'}}"),
                row(100, "Unexpected key \"header\"",
                        "{'type':'product','header':{'type':'text','text':'x'},'action':{'catalog_id':'1',"
                                + "'product_retailer_id':'a'}}"),
                row(131008, "interactive['header'] is required",
                        "{'type':'product_list','body':{'text':'x'},'action':{'catalog_id':'1','sections':[{"
                                + "'product_items':[{'product_retailer_id':'a'}]}]}}"),
                row(131009, "Total product count exceed max allowed count: 30",
                        productList("{'title':'T','product_items':[" + items(16) + "]},{'title':'U','product_items':["
                                + items(15) + "]}")),
                row(131008, "['sections'][0]['title'] is required",
                        productList("{'product_items':[" + items(1) + "]},{'title':'U','product_items':[" + items(1)
                                + "]}")),
                row(100, "Unexpected key \"catalog_id\"",
                        "{'type':'catalog_message','body':{'text':'x'},'action':{'name':'catalog_message','parameters':{"
                                + "'catalog_id':'1'}}}"));
    }

    static Stream<Arguments> carousels() {
        return Stream.of(
                row(131009, "Invalid cards count. Min allowed cards: 2, Max allowed cards: 10", carousel(card(0, "image"))),
                row(131009, "Duplicated card_index: 0", carousel(card(0, "image") + "," + card(0, "image"))),
                row(131009, "All cards must have the same header type", carousel(card(0, "image") + "," + card(1, "video"))),
                row(131009, "All cards must have the same type",
                        carousel(card(0, "image") + ",{'card_index':1,'type':'product','action':{'product_retailer_id':"
                                + "'a','catalog_id':'1'}}")),
                row(131009, "All cards must have the same catalog_id",
                        carousel("{'card_index':0,'type':'product','action':{'product_retailer_id':'a','catalog_id':'1'}},"
                                + "{'card_index':1,'type':'product','action':{'product_retailer_id':'a','catalog_id':"
                                + "'2'}}")),
                row(131009, "['card_index']: must be between 0 and 9", carousel(card(0, "image") + "," + card(10, "image"))),
                row(131009, "Card body text length invalid",
                        carousel(card(0, "image") + "," + card(1, "image").replace("'Offer'", "'" + "x".repeat(161)
                                + "'"))),
                row(131009, "must not have more than 2 line breaks",
                        carousel(card(0, "image") + "," + card(1, "image").replace("'Offer'", "'a\\nb\\nc\\nd'"))),
                row(100, "Unexpected key \"footer\"",
                        carousel(card(0, "image") + "," + card(1, "image")).replace("'type':'carousel'", "'type':"
                                + "'carousel','footer':{'text':'x'}")));
    }

    private static String button(String id, String title) {
        return "{'type':'reply','reply':{'id':'" + id + "','title':'" + title + "'}}";
    }

    private static String buttonMessage(String buttons) {
        return "{'type':'button','body':{'text':'x'},'action':{'buttons':[" + buttons + "]}}";
    }

    private static String headed(String header) {
        return "{'type':'button','header':" + header + ",'body':{'text':'x'},'action':{'buttons':[" + button("1", "A")
                + "]}}";
    }

    private static String list(String button, String sections) {
        return "{'type':'list','body':{'text':'x'},'action':{'button':'" + button + "','sections':[" + sections + "]}}";
    }

    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            rows.append(i == from ? "" : ",").append("{'id':'").append(i).append("','title':'A'}");
        }
        return rows.toString();
    }

    private static String flow(String parameters) {
        return "{'type':'flow','body':{'text':'x'},'action':{'name':'flow','parameters':{" + parameters + "}}}";
    }

    private static String items(int count) {
        return "{'product_retailer_id':'a'},".repeat(count - 1) + "{'product_retailer_id':'a'}";
    }

    private static String productList(String sections) {
        return "{'type':'product_list','header':{'type':'text','text':'x'},'body':{'text':'x'},'action':{'catalog_id':'1',"
                + "'sections':["
                + sections + "]}}";
    }

    private static String carousel(String cards) {
        return "{'type':'carousel','body':{'text':'x'},'action':{'cards':[" + cards + "]}}";
    }

    private static String card(int index, String kind) {
        return "{'card_index':" + index + ",'type':'cta_url','header':{'type':'" + kind + "','" + kind
                + "':{'link':'https://cdn.example/x'}},'body':{'text':'Offer'},'action':{'name':'cta_url','parameters':{"
                        + "'display_text':'Go','url':'https://shop.example'}}}";
    }
}
