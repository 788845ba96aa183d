package io.stele.adapters.connector.whatsapp;

import io.stele.core.message.Json;
import io.stele.core.message.Location;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.TemplateUse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Uses of templates as Meta documents them, down to the last member. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhatsAppTemplatePayloadsTest {

    private static final MediaFile FILE =
            new MediaFile(null, "https://files.example/f", "image/png", "hash", 17L);
    private static final Location PLACE =
            new Location(new BigDecimal("37.483"), new BigDecimal("-122.149"), "Pablo", "1 Hacker Way", "https://a.example");

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
                Arguments.of("nothing to fill in", List.of(), ""),
                Arguments.of(
                        "text by position",
                        List.of(new TemplateUse.Body(List.of(
                                new TemplateUse.TextParameter(null, "Ada"), new TemplateUse.TextParameter(null, "12")))),
                        """
                        {'type':'body','parameters':[{'type':'text','text':'Ada'},{'type':'text','text':'12'}]}"""),
                Arguments.of(
                        "values by name",
                        List.of(new TemplateUse.Body(List.of(
                                new TemplateUse.TextParameter("who", "Ada"),
                                new TemplateUse.CurrencyParameter("price", "$100.99", "USD", 100990),
                                new TemplateUse.DateTimeParameter("day", "February 25, 1977")))),
                        """
                        {'type':'body','parameters':[
                          {'type':'text','parameter_name':'who','text':'Ada'},
                          {'type':'currency','parameter_name':'price',
                           'currency':{'fallback_value':'$100.99','code':'USD','amount_1000':100990}},
                          {'type':'date_time','parameter_name':'day','date_time':{'fallback_value':'February 25, 1977'}}]}"""),
                Arguments.of(
                        "image above",
                        List.of(header(new TemplateUse.MediaParameter(MediaKind.IMAGE, FILE, "a.png"))),
                        """
                        {'type':'header','parameters':[{'type':'image','image':{'link':'https://files.example/f'}}]}"""),
                Arguments.of(
                        "video above",
                        List.of(header(new TemplateUse.MediaParameter(MediaKind.VIDEO, FILE, null))),
                        """
                        {'type':'header','parameters':[{'type':'video','video':{'link':'https://files.example/f'}}]}"""),
                Arguments.of(
                        "document above",
                        List.of(header(new TemplateUse.MediaParameter(MediaKind.DOCUMENT, FILE, "a.pdf"))),
                        """
                        {'type':'header','parameters':[{'type':'document',
                         'document':{'link':'https://files.example/f','filename':'a.pdf'}}]}"""),
                Arguments.of(
                        "place above",
                        List.of(header(new TemplateUse.LocationParameter(PLACE))),
                        """
                        {'type':'header','parameters':[{'type':'location','location':
                         {'latitude':37.483,'longitude':-122.149,'name':'Pablo','address':'1 Hacker Way'}}]}"""),
                Arguments.of(
                        "buttons",
                        List.of(
                                button("quick_reply", 0, new TemplateUse.PayloadParameter("yes")),
                                button("url", 1, new TemplateUse.TextParameter(null, "orders/12")),
                                button("copy_code", 2, new TemplateUse.CouponCodeParameter("25OFF"))),
                        """
                        {'type':'button','sub_type':'quick_reply','index':'0',
                         'parameters':[{'type':'payload','payload':'yes'}]},
                        {'type':'button','sub_type':'url','index':'1','parameters':[{'type':'text','text':'orders/12'}]},
                        {'type':'button','sub_type':'copy_code','index':'2',
                         'parameters':[{'type':'coupon_code','coupon_code':'25OFF'}]}"""),
                Arguments.of(
                        "flow and catalog",
                        List.of(
                                button(
                                        "flow",
                                        0,
                                        new TemplateUse.ActionParameter(
                                                "token-1", new Json.Members(Map.of("a", new Json.Text("b"))), null)),
                                button("catalog", 1, new TemplateUse.ActionParameter(null, null, "sku-1"))),
                        """
                        {'type':'button','sub_type':'flow','index':'0','parameters':[{'type':'action',
                         'action':{'flow_token':'token-1','flow_action_data':{'a':'b'}}}]},
                        {'type':'button','sub_type':'catalog','index':'1','parameters':[{'type':'action',
                         'action':{'thumbnail_product_retailer_id':'sku-1'}}]}"""),
                Arguments.of(
                        "offer that ends",
                        List.of(new TemplateUse.LimitedTimeOffer(1_209_600_000L)),
                        """
                        {'type':'limited_time_offer','parameters':[{'type':'limited_time_offer',
                         'limited_time_offer':{'expiration_time_ms':1209600000}}]}"""),
                Arguments.of(
                        "cards",
                        List.of(new TemplateUse.Cards(IntStream.range(0, 2)
                                .mapToObj(index -> new TemplateUse.Card(
                                        index,
                                        List.of(header(new TemplateUse.MediaParameter(MediaKind.IMAGE, FILE, null)))))
                                .toList())),
                        """
                        {'type':'carousel','cards':[
                         {'card_index':0,'components':[{'type':'header','parameters':[
                           {'type':'image','image':{'link':'https://files.example/f'}}]}]},
                         {'card_index':1,'components':[{'type':'header','parameters':[
                           {'type':'image','image':{'link':'https://files.example/f'}}]}]}]}"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void areAsMetaDocumentsThem(String name, List<TemplateUse.Component> components, String json) {
        TemplateUse use = new TemplateUse(new TemplateUse.TemplateByName("order_sent", "en_US", null), components);
        String filled = json.isEmpty() ? "" : ",'components':[" + json + "]";

        Payloads.assertSent(
                meta, use, "template", "{'name':'order_sent','language':{'code':'en_US'}" + filled + "}");
    }

    private static TemplateUse.Header header(TemplateUse.Parameter parameter) {
        return new TemplateUse.Header(List.of(parameter));
    }

    private static TemplateUse.Button button(String type, int index, TemplateUse.Parameter parameter) {
        return new TemplateUse.Button(type, index, List.of(parameter));
    }
}
