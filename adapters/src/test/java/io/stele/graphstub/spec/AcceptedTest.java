package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.graphstub.check.TemplateBook;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.Person;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken, and how it is answered. */
class AcceptedTest {

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void reset() {
        shop.control.reset();
    }

    @ParameterizedTest
    @MethodSource({"contents", "interactive", "templates"})
    void takes(String members) {
        HttpResponse<String> response = shop.send("{'messaging_product':'whatsapp','recipient_type':'individual',"
                + "'to':'+15550100777','context':{'message_id':'wamid.A'}," + members + "}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body())
                .startsWith("{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"+15550100777\",\"wa_id\":"
                        + "\"15550100777\"}],"
                        + "\"messages\":[{\"id\":\"wamid.");
    }

    static Stream<String> contents() {
        return Stream.of(
                "'text':{'body':'No type is a text'}",
                "'type':'text','text':{'body':'" + "ü".repeat(4096) + "','preview_url':true}",
                "'type':'image','image':{'link':'https://cdn.example/x.png','caption':'A'}",
                "'type':'video','video':{'link':'http://cdn.example/x.mp4','caption':''}",
                "'type':'audio','audio':{'link':'https://cdn.example/x.ogg','voice':true}",
                "'type':'document','document':{'link':'https://cdn.example/x.pdf','caption':'A','filename':'x.pdf'}",
                "'type':'sticker','sticker':{'link':'https://cdn.example/x.webp'}",
                "'type':'location','location':{'latitude':'37.44','longitude':-122.16,'name':'A','address':'B'}",
                "'type':'contacts','contacts':[{'name':{'formatted_name':'A B','first_name':'A','last_name':'B',"
                        + "'middle_name':'','suffix':'x','prefix':'y'},"
                        + "'birthday':'1999-01-23','org':{'company':'C','department':'D','title':'T'},'phones':[{'phone':"
                                + "'+15550100','type':'CELL','wa_id':'15550100'}],"
                        + "'emails':[{'email':'a@example.com','type':'WORK'}],'urls':[{'url':'https://a.example','type':"
                                + "'WORK'}],"
                        + "'addresses':[{'street':'S','city':'C','state':'ST','zip':'1','country':'Y','country_code':'US',"
                                + "'type':'HOME'}]}]");
    }

    static Stream<String> interactive() {
        String body = "'body':{'text':'x'},";
        String link = "'action':{'name':'cta_url','parameters':{'display_text':'Go','url':'https://shop.example?a=1'}}";
        return Stream.of(
                        "{'type':'button','header':{'type':'video','video':{'link':'https://cdn.example/x'}}," + body
                                + "'footer':{'text':'f'},'action':{'buttons':[{'type':'reply','reply':{'id':'1','title':"
                                        + "'A'}}]}}",
                        "{'type':'list','header':{'type':'text','text':'h'}," + body
                                + "'action':{'button':'b','sections':[{'rows':[{'id':'1','title':'A','description':'d'}]}]}}",
                        "{'type':'cta_url','header':{'type':'document','document':{'link':'https://cdn.example/x',"
                                + "'filename':'a.pdf'}},"
                                + body + link + "}",
                        "{'type':'carousel'," + body + "'action':{'cards':[" + card(0, link) + "," + card(1, link) + "]}}",
                        "{'type':'carousel'," + body + "'action':{'cards':[" + card(0, QUICK) + "," + card(1, QUICK) + "]}}",
                        "{'type':'carousel'," + body
                                + "'action':{'cards':[{'card_index':0,'type':'product','action':{'product_retailer_id':"
                                        + "'a','catalog_id':'1'}},"
                                + "{'card_index':1,'type':'product','action':{'product_retailer_id':'b','catalog_id':"
                                        + "'1'}}]}}",
                        "{'type':'location_request_message'," + body + "'action':{'name':'send_location'}}",
                        "{'type':'request_contact_info'," + body + "'action':{'name':'request_contact_info'}}",
                        "{'type':'address_message'," + body
                                + "'action':{'name':'address_message','parameters':{'country':'IN','values':{"
                                        + "'in_pin_code':'400063'},"
                                + "'saved_addresses':[{'id':'1','value':{'city':'C'}}],'validation_errors':{'in_pin_code':"
                                        + "'unknown'}}}}",
                        "{'type':'flow'," + body
                                + "'action':{'name':'flow','parameters':{'flow_message_version':'3','flow_name':'a',"
                                        + "'flow_cta':'Go','mode':'draft',"
                                + "'flow_token':'t','flow_action':'navigate','flow_action_payload':{'screen':'S','data':{"
                                        + "'a':1}}}}}",
                        "{'type':'product','action':{'catalog_id':'1','product_retailer_id':'a'}}",
                        "{'type':'product_list','header':{'type':'text','text':'h'}," + body
                                + "'action':{'catalog_id':'1','sections':[{'product_items':[{'product_retailer_id':'a'}]}]}}",
                        "{'type':'catalog_message'," + body + "'action':{'name':'catalog_message','parameters':{}}}",
                        "{'type':'call_permission_request','action':{'name':'call_permission_request'}}",
                        "{'type':'voice_call'," + body + "'action':{'name':'voice_call','parameters':{'ttl_minutes':'100'}}}")
                .map(interactive -> "'type':'interactive','interactive':" + interactive);
    }

    private static final String QUICK =
            "'action':{'buttons':[{'type':'quick_reply','quick_reply':{'id':'1','title':'A'}}]}";

    private static String card(int index, String action) {
        return "{'card_index':" + index
                + ",'type':'cta_url','header':{'type':'image','image':{'link':'https://cdn.example/x'}}," + action + "}";
    }

    static Stream<String> templates() {
        return Stream.of(
                        "{'name':'a_1','language':{'code':'pt_BR','policy':'deterministic'}}",
                        "{'name':'a','language':{'code':'de'},'components':[{'type':'HEADER','parameters':[{'type':"
                                + "'image','image':{'link':'https://cdn.example/x'}}]},"
                                + "{'type':'body','parameters':[{'type':'text','parameter_name':'n','text':'x'}]},"
                                + "{'type':'button','sub_type':'URL','index':'0','parameters':[{'type':'text','text':'a'}]},"
                                + "{'type':'button','sub_type':'quick_reply','index':1,'parameters':[{'type':'payload',"
                                        + "'payload':'p'}]}]}",
                        "{'name':'a','language':{'code':'de'},'components':[{'type':'header','parameters':[{'type':"
                                + "'location','location':{'latitude':'1','longitude':2}}]},"
                                + "{'type':'body','parameters':[{'type':'currency','currency':{'fallback_value':'5 €',"
                                        + "'code':'EUR','amount_1000':5000}},"
                                + "{'type':'date_time','date_time':{'fallback_value':'today'}}]}]}",
                        "{'name':'a','language':{'code':'de'},'components':[{'type':'limited_time_offer','parameters':[{"
                                + "'type':'limited_time_offer',"
                                + "'limited_time_offer':{'expiration_time_ms':1772438400000}}]},"
                                + "{'type':'button','sub_type':'copy_code','index':0,'parameters':[{'type':'coupon_code',"
                                        + "'coupon_code':'CODE25'}]}]}",
                        "{'name':'a','language':{'code':'de'},'components':[{'type':'carousel','cards':["
                                + "{'card_index':0,'components':[{'type':'header','parameters':[{'type':'product',"
                                        + "'product':{'product_retailer_id':'a','catalog_id':'1'}}]}]},"
                                + "{'card_index':1,'components':[{'type':'body','parameters':[{'type':'text','text':"
                                        + "'x'}]}]}]}]}",
                        "{'name':'a','language':{'code':'de'},'components':[{'type':'button','sub_type':'flow','index':"
                                + "'0','parameters':[{'type':'action',"
                                + "'action':{'flow_token':'t','flow_action_data':{'a':1}}}]}]}",
                        "{'name':'a','language':{'code':'de'},'components':[{'type':'button','sub_type':'CATALOG','index':"
                                + "0,'parameters':[{'type':'action',"
                                + "'action':{'thumbnail_product_retailer_id':'a'}}]}]}",
                        "{'name':'a','language':{'code':'de'},'components':[{'type':'button','sub_type':'mpm','index':0,"
                                + "'parameters':[{'type':'action',"
                                + "'action':{'thumbnail_product_retailer_id':'a','sections':[{'title':'T','product_items':"
                                        + "[{'product_retailer_id':'a'}]}]}}]}]}",
                        "{'name':'a','language':{'code':'de'},'components':[{'type':'button','sub_type':'voice_call',"
                                + "'parameters':[{'type':'ttl_minutes','ttl_minutes':100}]}]}",
                        "{'name':'a','language':{'code':'de'},'components':[{'type':'tap_target_configuration',"
                                + "'parameters':[{'type':'tap_target_configuration',"
                                + "'tap_target_configuration':[{'url':'https://shop.example','title':'Offer'}]}]}]}")
                .map(template -> "'type':'template','template':" + template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "❤️", "👨‍👩‍👧", "🇩🇪", "1️⃣", "©️", ""})
    void takesAReaction(String emoji) {
        HttpResponse<String> response = shop.send("{'messaging_product':'whatsapp','to':'15550100777','type':'reaction',"
                + "'reaction':{'message_id':'wamid.A','emoji':'" + emoji + "'}}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'to':'US.abc123'", "'recipient':'US.ENT.abc123'", "'to':'user.93737a'"})
    void answersAUserIdWithItself(String to) {
        HttpResponse<String> response = shop.send("{'messaging_product':'whatsapp'," + to + ",'text':{'body':'x'}}");

        String id = to.substring(to.indexOf(":'") + 2, to.length() - 1);
        assertThat(response.body()).contains("\"contacts\":[{\"input\":\"" + id + "\",\"wa_id\":\"\",\"user_id\":\"" + id
                + "\"}]");
    }

    @Test
    void prefersTheNumberToTheUserId() {
        HttpResponse<String> response =
                shop.send("{'messaging_product':'whatsapp','to':'+1 (555) 010-0777','recipient':'US.abc','text':{'body':"
                        + "'x'}}");

        assertThat(response.body()).contains("\"contacts\":[{\"input\":\"+1 (555) 010-0777\",\"wa_id\":\"15550100777\"}]");
    }

    @Test
    void namesTheGroup() {
        HttpResponse<String> response = shop.send(
                "{'messaging_product':'whatsapp','recipient_type':'group','to':'Y2FwaV9ncm91cA','type':'text','text':{"
                        + "'body':'x'}}");

        assertThat(response.body()).contains("\"group_id\":\"Y2FwaV9ncm91cA\"");
    }

    @Test
    void saysOfATemplateOnlyThatItIsAccepted() {
        assertThat(shop.send(template()).body()).contains("\"message_status\":\"accepted\"");
        assertThat(shop.send(Shop.text("15550100777", "a")).body()).doesNotContain("message_status");
    }

    @Test
    void givesEachMessageAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            ids.add(shop.sendText("a"));
        }

        assertThat(ids).hasSize(50);
    }

    @Test
    void takesMarketingTemplatesByTheirOwnPath() {
        shop.control.template(new TemplateBook.Entry("sale", "de", "MARKETING", "APPROVED", 0, 0));
        shop.control.template(new TemplateBook.Entry("parcel", "de", "UTILITY", "APPROVED", 0, 0));

        assertThat(marketing("'type':'template','template':{'name':'sale','language':{'code':'de'}},'product_policy':"
                + "'STRICT','message_activity_sharing':true"))
                .contains("\"message_status\":\"accepted\"");
        assertThat(marketing("'type':'template','template':{'name':'parcel','language':{'code':"
                + "'de'}}")).contains("\"code\":131055,");
        assertThat(marketing("'type':'text','text':{'body':'x'}")).contains("Message must be a template message.");
    }

    @Test
    void knowsOnlyTheTemplatesThatWereEntered() {
        shop.control.template(new TemplateBook.Entry("parcel", "de", "UTILITY", "APPROVED", 0, 1));
        shop.control.template(new TemplateBook.Entry("slow", "de", "UTILITY", "PAUSED", 0, 0));
        shop.control.template(new TemplateBook.Entry("bad", "de", "UTILITY", "DISABLED", 0, 0));
        shop.control.template(new TemplateBook.Entry("new", "de", "UTILITY", "PENDING", 0, 0));
        String parameter = ",'components':[{'type':'body','parameters':[{'type':'text','text':'x'}]}]";

        assertThat(Stream.of(
                        template("15550100777", "parcel", "de", parameter),
                        template("15550100777", "parcel", "de", ""),
                        template("15550100777", "parcel", "en", parameter),
                        template("15550100777", "slow", "de", ""),
                        template("15550100777", "bad", "de", ""),
                        template("15550100777", "new", "de", ""))
                .map(json -> code(shop.send(json))))
                .containsExactly("200", "400 132000", "404 132001", "400 132015", "400 132016", "404 132001");
    }

    @Test
    void sendsNoAuthenticationToAUserId() {
        shop.control.template(new TemplateBook.Entry("code", "de", "AUTHENTICATION", "APPROVED", 0, 0));

        assertThat(code(shop.send(template("US.abc", "code", "de", "")))).isEqualTo("400 131062");
        assertThat(code(shop.send(template("15550100777", "code", "de", "")))).isEqualTo("200");
    }

    @Test
    void marksAsReadWhatTheBusinessWasTold() {
        Inbound message = Inbound.text(Person.phone("15550100777", "Mara"), "Hello");
        shop.control.inbound(CallbackBody.of(Shop.BUSINESS, message));

        HttpResponse<String> response = shop.send("{'messaging_product':'whatsapp','status':'read','message_id':'"
                + message.id()
                + "','typing_indicator':{'type':'text'}}");

        assertThat(response.body()).isEqualTo("{\"success\":true}");
        assertThat(shop.control.ledger()).extracting(LedgerLine::endpoint).contains("read");
    }

    @Test
    void recordsWhatItTook() {
        String wamid = shop.sendText("note-1");

        assertThat(shop.control.accepted()).singleElement().satisfies(line -> {
            assertThat(line.wamid()).isEqualTo(wamid);
            assertThat(line.recipient()).isEqualTo("15550100777");
            assertThat(line.callbackData()).isEqualTo("note-1");
            assertThat(line.token()).isEqualTo("right");
            assertThat(line.body()).isEqualTo(Shop.text("+15550100777", "note-1").replace('\'', '"'));
        });
    }

    private static String marketing(String members) {
        return shop.post(
                        "/v23.0/" + Shop.NUMBER + "/marketing_messages",
                        "{'messaging_product':'whatsapp','to':'15550100777'," + members + "}")
                .body();
    }

    private static String template() {
        return template("15550100777", "parcel", "de", "");
    }

    private static String template(String to, String name, String language, String components) {
        return "{'messaging_product':'whatsapp','to':'" + to + "','type':'template','template':{'name':'" + name
                + "','language':{'code':'" + language + "'}" + components + "}}";
    }

    private static String code(HttpResponse<String> response) {
        String body = response.body();
        int at = body.indexOf("\"code\":");
        return response.statusCode() + (at < 0 ? "" : " " + List.of(body.substring(at + 7).split(",")).getFirst());
    }
}
