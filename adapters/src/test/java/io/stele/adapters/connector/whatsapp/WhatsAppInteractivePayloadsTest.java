package io.stele.adapters.connector.whatsapp;

import static io.stele.adapters.connector.whatsapp.Payloads.payload;

import io.stele.core.message.Content;
import io.stele.core.message.Interactive;
import io.stele.core.message.Json;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages with something to tap as Meta documents them, down to the last member. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhatsAppInteractivePayloadsTest {

    private static final MediaFile FILE =
            new MediaFile(null, "https://files.example/f", "image/png", "hash", 17L);

    private static Meta meta;

    @BeforeAll
    static void open() {
        meta = Meta.open();
    }

    @AfterAll
    static void close() {
        meta.close();
    }

    static Stream<Arguments> payloads() {
        return Stream.of(
                interactive(
                        "reply buttons",
                        new Interactive(
                                new Interactive.MediaHeader(MediaKind.IMAGE, FILE, "a.png"),
                                "Yes or no?",
                                "Footer",
                                new Interactive.ReplyButtons(
                                        List.of(new Interactive.Button("y", "Yes"), new Interactive.Button("n", "No")))),
                        """
                        {'type':'button','header':{'type':'image','image':{'link':'https://files.example/f'}},
                         'body':{'text':'Yes or no?'},'footer':{'text':'Footer'},
                         'action':{'buttons':[{'type':'reply','reply':{'id':'y','title':'Yes'}},
                                              {'type':'reply','reply':{'id':'n','title':'No'}}]}}"""),
                interactive(
                        "buttons below a document",
                        new Interactive(
                                new Interactive.MediaHeader(MediaKind.DOCUMENT, FILE, "a.pdf"),
                                "Read",
                                null,
                                new Interactive.ReplyButtons(List.of(new Interactive.Button("y", "Yes")))),
                        """
                        {'type':'button',
                         'header':{'type':'document','document':{'link':'https://files.example/f','filename':'a.pdf'}},
                         'body':{'text':'Read'},'action':{'buttons':[{'type':'reply','reply':{'id':'y','title':'Yes'}}]}}"""),
                interactive(
                        "list",
                        new Interactive(
                                new Interactive.TextHeader("Choose"),
                                "Which one?",
                                "Footer",
                                new Interactive.Menu(
                                        "Options",
                                        List.of(
                                                new Interactive.Section(
                                                        "Fast", List.of(new Interactive.Row("1", "Express", "Next day"))),
                                                new Interactive.Section(
                                                        "Slow", List.of(new Interactive.Row("2", "Ground", null)))))),
                        """
                        {'type':'list','header':{'type':'text','text':'Choose'},'body':{'text':'Which one?'},
                         'footer':{'text':'Footer'},
                         'action':{'button':'Options','sections':[
                           {'title':'Fast','rows':[{'id':'1','title':'Express','description':'Next day'}]},
                           {'title':'Slow','rows':[{'id':'2','title':'Ground'}]}]}}"""),
                interactive(
                        "link",
                        plain("Book here", new Interactive.LinkButton("See dates", "https://a.example/d?x=1")),
                        """
                        {'type':'cta_url','body':{'text':'Book here'},'action':{'name':'cta_url',
                         'parameters':{'display_text':'See dates','url':'https://a.example/d?x=1'}}}"""),
                interactive(
                        "cards with links",
                        plain("Offers", new Interactive.Carousel(cards(new Interactive.CardLink("Buy", "https://a.example")))),
                        """
                        {'type':'carousel','body':{'text':'Offers'},'action':{'cards':[
                          {'card_index':0,'type':'cta_url','header':{'type':'image','image':{'link':'https://files.example/f'}},
                           'body':{'text':'Card 0'},
                           'action':{'name':'cta_url','parameters':{'display_text':'Buy','url':'https://a.example'}}},
                          {'card_index':1,'type':'cta_url','header':{'type':'image','image':{'link':'https://files.example/f'}},
                           'body':{'text':'Card 1'},
                           'action':{'name':'cta_url','parameters':{'display_text':'Buy','url':'https://a.example'}}}]}}"""),
                interactive(
                        "cards with buttons",
                        plain(
                                "Offers",
                                new Interactive.Carousel(cards(new Interactive.CardButtons(
                                        List.of(new Interactive.Button("y", "Yes"), new Interactive.Button("n", "No")))))),
                        """
                        {'type':'carousel','body':{'text':'Offers'},'action':{'cards':[
                          {'card_index':0,'type':'cta_url','header':{'type':'image','image':{'link':'https://files.example/f'}},
                           'body':{'text':'Card 0'},'action':{'buttons':[
                             {'type':'quick_reply','quick_reply':{'id':'y','title':'Yes'}},
                             {'type':'quick_reply','quick_reply':{'id':'n','title':'No'}}]}},
                          {'card_index':1,'type':'cta_url','header':{'type':'image','image':{'link':'https://files.example/f'}},
                           'body':{'text':'Card 1'},'action':{'buttons':[
                             {'type':'quick_reply','quick_reply':{'id':'y','title':'Yes'}},
                             {'type':'quick_reply','quick_reply':{'id':'n','title':'No'}}]}}]}}"""),
                interactive(
                        "location request",
                        plain("Where are you?", new Interactive.LocationRequest()),
                        """
                        {'type':'location_request_message','body':{'text':'Where are you?'},
                         'action':{'name':'send_location'}}"""),
                interactive(
                        "contact request",
                        plain("Your number?", new Interactive.ContactInfoRequest()),
                        """
                        {'type':'request_contact_info','body':{'text':'Your number?'},
                         'action':{'name':'request_contact_info'}}"""),
                interactive(
                        "address request",
                        plain(
                                "Where to?",
                                new Interactive.AddressRequest(
                                        "IN",
                                        new Json.Members(Map.of(
                                                "values", new Json.Members(Map.of("city", new Json.Text("Pune"))))))),
                        """
                        {'type':'address_message','body':{'text':'Where to?'},'action':{'name':'address_message',
                         'parameters':{'country':'IN','values':{'city':'Pune'}}}}"""),
                interactive(
                        "flow",
                        plain(
                                "Book",
                                new Interactive.Flow(
                                        "3",
                                        "1234",
                                        null,
                                        "Go",
                                        "draft",
                                        "token-1",
                                        "navigate",
                                        new Interactive.FlowPayload(
                                                "FIRST", new Json.Members(Map.of("name", new Json.Text("Ada")))))),
                        """
                        {'type':'flow','body':{'text':'Book'},'action':{'name':'flow','parameters':{
                          'flow_message_version':'3','flow_id':'1234','flow_cta':'Go','mode':'draft',
                          'flow_token':'token-1','flow_action':'navigate',
                          'flow_action_payload':{'screen':'FIRST','data':{'name':'Ada'}}}}}"""),
                interactive(
                        "product",
                        new Interactive(null, "This one", "Footer", new Interactive.Product("367025965434465", "sku-1")),
                        """
                        {'type':'product','body':{'text':'This one'},'footer':{'text':'Footer'},
                         'action':{'catalog_id':'367025965434465','product_retailer_id':'sku-1'}}"""),
                interactive(
                        "products",
                        new Interactive(
                                new Interactive.TextHeader("Our best"),
                                "See",
                                null,
                                new Interactive.ProductList(
                                        "367025965434465",
                                        List.of(new Interactive.ProductSection("Hats", List.of("sku-1", "sku-2"))))),
                        """
                        {'type':'product_list','header':{'type':'text','text':'Our best'},'body':{'text':'See'},
                         'action':{'catalog_id':'367025965434465','sections':[{'title':'Hats','product_items':[
                           {'product_retailer_id':'sku-1'},{'product_retailer_id':'sku-2'}]}]}}"""),
                interactive(
                        "catalog",
                        plain("Everything", new Interactive.Catalog("sku-1")),
                        """
                        {'type':'catalog_message','body':{'text':'Everything'},'action':{'name':'catalog_message',
                         'parameters':{'thumbnail_product_retailer_id':'sku-1'}}}"""),
                interactive(
                        "call permission",
                        plain("May we call?", new Interactive.CallPermissionRequest()),
                        """
                        {'type':'call_permission_request','body':{'text':'May we call?'},
                         'action':{'name':'call_permission_request'}}"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void areAsMetaDocumentsThem(String name, Content content, String type, String json) {
        Payloads.assertSent(meta, content, type, json);
    }

    private static Arguments interactive(String name, Interactive content, String json) {
        return payload(name, content, "interactive", json);
    }

    private static Interactive plain(@Nullable String body, Interactive.Action action) {
        return new Interactive(null, body, null, action);
    }

    private static List<Interactive.Card> cards(Interactive.CardAction action) {
        return IntStream.range(0, 2)
                .mapToObj(index -> new Interactive.Card(
                        index, new Interactive.MediaHeader(MediaKind.IMAGE, FILE, null), "Card " + index, action))
                .toList();
    }
}
