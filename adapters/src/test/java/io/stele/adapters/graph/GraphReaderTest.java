package io.stele.adapters.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.WireException;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.graph.InboundMessage;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.core.message.Context;
import io.stele.core.message.Json;
import io.stele.core.message.Media;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How messages in Meta's form are read where they could be read in more than one way, and where they cannot be read. */
class GraphReaderTest {

    private static final MessageNames NAMES = MessageNames.OF_PROVIDER;

    @Test
    void aSendWithoutATypeIsAText() throws IOException {
        assertThat(sent("{'text':{'body':'Hi'}}")).isEqualTo(Text.of("Hi"));
    }

    @Test
    void aReactionWithoutAnEmojiTakesItBack() throws IOException {
        Reaction back = new Reaction(MessageReference.foreign("wamid.X"), null);

        assertThat(sent("{'type':'reaction','reaction':{'message_id':'wamid.X'}}")).isEqualTo(back);
        assertThat(sent("{'type':'reaction','reaction':{'message_id':'wamid.X','emoji':''}}")).isEqualTo(back);
    }

    @Test
    void typesInTemplatesAreReadInAnyCase() throws IOException {
        assertThat(sent("{'type':'template','template':{'name':'a','language':{'code':'de'},'components':["
                        + "{'type':'BODY','parameters':[{'type':'TEXT','text':'x'}]},"
                        + "{'type':'Button','sub_type':'QUICK_REPLY','index':0,'parameters':[{'type':'payload','payload':'p'}]}]}}"))
                .isEqualTo(new TemplateUse(
                        new TemplateUse.TemplateByName("a", "de", null),
                        List.of(
                                new TemplateUse.Body(List.of(new TemplateUse.TextParameter(null, "x"))),
                                new TemplateUse.Button(
                                        "quick_reply", 0, List.of(new TemplateUse.PayloadParameter("p"))))));
    }

    @Test
    void theProvidersAddressStandsInForAMissingFile() throws IOException {
        Media image = (Media) received("{'type':'image','image':{'url':'https://provider.example/x'}}").content();

        assertThat(image.file().link()).isEqualTo("https://provider.example/x");
    }

    @ParameterizedTest
    @CsvSource({"text", "order_text"})
    void anOrdersNoteHasTwoNames(String name) throws IOException {
        Order order = (Order) received("{'type':'order','order':{'catalog_id':'c','" + name
                        + "':'Blue','product_items':[{'product_retailer_id':'s','quantity':2,'item_price':12.50,'currency':'EUR'}]}}")
                .content();

        assertThat(order.text()).isEqualTo("Blue");
        assertThat(order.items()).containsExactly(new Order.Item("s", 2, "12.5", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"wa_id", "new_wa_id"})
    void aNewNumberHasTwoNames(String name) throws IOException {
        SystemNote note = (SystemNote) received("{'type':'system','system':{'type':'customer_changed_number','body':'b','"
                        + name + "':'15557654321','customer':'15551234567'}}")
                .content();

        assertThat(note)
                .isEqualTo(new SystemNote(
                        "customer_changed_number",
                        "b",
                        "15557654321",
                        new Json.Members(Map.of("customer", new Json.Text("15551234567")))));
    }

    @Test
    void aNumberThatIsNotToldIsNoNewNumber() throws IOException {
        SystemNote note = (SystemNote) received("{'type':'system','system':{'type':'user_changed_user_id','body':'b','wa_id':'','user_id':'US.2'}}")
                .content();

        assertThat(note.newUserId()).isNull();
        assertThat(note.details())
                .isEqualTo(new Json.Members(Map.of("wa_id", new Json.Text(""), "user_id", new Json.Text("US.2"))));
    }

    @Test
    void whatAQuoteDoesNotTellIsNotThere() throws IOException {
        assertThat(received("{'type':'text','text':{'body':'x'},'context':{'id':'wamid.X','from':''}}").context())
                .isEqualTo(Context.answering(Context.Quote.of(MessageReference.foreign("wamid.X"))));
        assertThat(received("{'type':'text','text':{'body':'x'},'context':{'id':'','from':''}}").context())
                .isEqualTo(Context.NONE);
    }

    @Test
    void aMessageOfAnUnknownTypeIsKeptAsItCame() throws IOException {
        assertThat(received("{'id':'wamid.X','from':'15551234567','timestamp':'1','type':'pin','pin':{'days':7}}")
                        .content())
                .isEqualTo(new Unsupported(
                        "pin", new Json.Members(Map.of("pin", new Json.Members(Map.of("days", number(7)))))));
    }

    @Test
    void aReplyOfAnUnknownTypeIsKeptAsItCame() throws IOException {
        assertThat(received("{'type':'interactive','interactive':{'type':'call_permission_reply'}}").content())
                .isEqualTo(new Unsupported(
                        "interactive",
                        new Json.Members(Map.of(
                                "interactive",
                                new Json.Members(Map.of("type", new Json.Text("call_permission_reply")))))));
    }

    @Test
    void whatAMessageRefersToIsRead() throws IOException {
        GraphReader.Received received = received("{'type':'button','button':{'text':'Keep'},"
                + "'context':{'id':'wamid.X','from':'15550001111','forwarded':true,"
                + "'referred_product':{'catalog_id':'c','product_retailer_id':'s'}},"
                + "'referral':{'source_id':'1','ctwa_clid':'k','welcome_message':{'text':'Hi'}}}");

        assertThat(received.content()).isEqualTo(new Reply.QuickReply("Keep", null));
        assertThat(received.context())
                .isEqualTo(new Context(
                        new Context.Quote(MessageReference.foreign("wamid.X"), "+15550001111", null, null),
                        true,
                        false,
                        new Context.ReferredProduct("c", "s")));
        assertThat(received.referral().clickId()).isEqualTo("k");
        assertThat(received.referral().welcomeMessage()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | type is required",
                "{'type':'text'} | text is required",
                "{'type':'image','image':{}} | image.id is required when there is no link",
                "{'type':'interactive'} | interactive is required",
                "{'type':'interactive','interactive':{}} | interactive.type is required",
                "{'type':'interactive','interactive':{'type':'button_reply'}} | interactive.button_reply is required",
                "{'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'a'}}} | interactive.list_reply.title is required",
                "{'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{}}} | interactive.nfm_reply.response_json is required",
                "{'type':'button','button':{}} | button.text is required",
                "{'type':'order','order':{}} | order.catalog_id is required",
                "{'type':'order','order':{'catalog_id':'c','product_items':[{'product_retailer_id':'s'}]}} | order.product_items[0].quantity is required",
                "{'type':'order','order':{'catalog_id':'c','product_items':[{'product_retailer_id':'s','quantity':1,'item_price':1e300}]}} | order.product_items[0].item_price must be a number with at most 64 digits",
                "{'type':'order','order':{'catalog_id':'c','product_items':[{'product_retailer_id':'s','quantity':1,'item_price':1e-300}]}} | order.product_items[0].item_price must be a number with at most 64 digits",
                "{'type':'order','order':{'catalog_id':'c','product_items':[{'product_retailer_id':'s','quantity':1,'item_price':[]}]}} | order.product_items[0].item_price must be a number",
                "{'type':'system'} | system is required",
                "{'type':'system','system':7} | system must be an object",
                "{'type':'text','text':{'body':'x'},'referral':[]} | referral must be an object",
                "{'type':'location','location':{'latitude':90.1,'longitude':0}} | location.latitude must be between -90 and 90",
                "{'type':'location','location':{'latitude':0,'longitude':1e300}} | location.longitude must be between -180 and 180",
            })
    void aReceivedMessageThatLacksAPartIsRefusedByName(String message, String refusal) {
        assertThatThrownBy(() -> received(message)).isInstanceOf(WireException.class).hasMessage(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'carousel','body':{'text':'x'},'action':{'cards':[{}]} | interactive.action.cards[0].header is required",
                "'type':'carousel','body':{'text':'x'},'action':{'cards':[{'header':{'type':'text','text':'x'}}]} | interactive.action.cards[0].header.type must be image or video",
                "'type':'carousel','body':{'text':'x'},'action':{'cards':[{'header':{'type':'image','image':{'id':'1'}}}]} | interactive.action.cards[0].card_index is required",
                "'type':'carousel','body':{'text':'x'},'action':{'cards':[{'card_index':0,'header':{'type':'image','image':{'id':'1'}},'action':{'buttons':[{'type':'reply'}]}}]} | interactive.action.cards[0].action.buttons[0].type must be quick_reply",
                "'type':'address_message','body':{'text':'x'},'action':{'parameters':{}} | interactive.action.parameters.country is required",
                "'type':'address_message','body':{'text':'x'},'action':{'parameters':{'country':'IN','values':[]}} | interactive.action.parameters.values must be an object",
                "'type':'address_message','body':{'text':'x'},'action':{'parameters':{'country':'IN','saved_addresses':{}}} | interactive.action.parameters.saved_addresses must be an array",
                "'type':'location_request_message','body':{'text':'x'},'action':{'name':'locate'} | interactive.action.name must be send_location",
                "'type':'cta_url','body':{'text':'x'},'action':{'name':'url','parameters':{}} | interactive.action.name must be cta_url",
                "'type':'flow','body':{'text':'x'},'action':{'name':'flows','parameters':{}} | interactive.action.name must be flow",
                "'type':'carousel','body':{'text':'x'},'action':{'cards':[{'card_index':0,'header':{'type':'image','image':{'id':'1'}},'action':{'name':'reply','parameters':{}}}]} | interactive.action.cards[0].action.name must be cta_url",
                "'type':'flow','body':{'text':'x'},'action':{'parameters':{'flow_id':'1','flow_cta':'Go','flow_message_version':'2'}} | interactive.action.parameters.flow_message_version must be 3",
                "'type':'product','action':{'catalog_id':'c'} | interactive.action.product_retailer_id is required",
                "'type':'product_list','body':{'text':'x'},'action':{'catalog_id':'c','sections':[{'product_items':[{}]}]} | interactive.action.sections[0].product_items[0].product_retailer_id is required",
                "'type':'button','header':{'type':'image'},'body':{'text':'x'},'action':{'buttons':[{'type':'reply','reply':{'id':'a','title':'A'}}]} | interactive.header.image is required",
                "'type':'catalog_message','action':{},'footer':{} | interactive.footer.text is required",
                "'type':'location_request_message','action':{} | interactive.body.text is required",
            })
    void anInteractiveMessageThatLacksAPartIsRefusedByName(String interactive, String refusal) {
        assertThatThrownBy(() -> sent("{'type':'interactive','interactive':{" + interactive + "}}"))
                .isInstanceOf(WireException.class)
                .hasMessage(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'type':'text','text':'x'}] | template.components[0].parameters[0].type must be limited_time_offer",
                "[{}] | template.components[0].parameters[0].type is required",
                "[{'type':'limited_time_offer'}] | template.components[0].parameters[0].limited_time_offer is required",
                "[{'type':'limited_time_offer','limited_time_offer':{}},{'type':'text','text':'x'}] | template.components[0].parameters[1] must not be given: an offer has one parameter",
            })
    void anOfferThatIsNoneIsRefusedByName(String parameters, String refusal) {
        assertThatThrownBy(() -> sent("{'type':'template','template':{'name':'a','language':{'code':'de'},'components':["
                        + "{'type':'limited_time_offer','parameters':" + parameters + "}]}}"))
                .isInstanceOf(WireException.class)
                .hasMessage(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'location_request_message','body':{'text':'x'},'action':{}",
                "'type':'button','body':{'text':'x'},'action':{'name':'any','buttons':[{'type':'reply','reply':{'id':'a','title':'A'}}]}",
                "'type':'flow','body':{'text':'x'},'action':{'parameters':{'flow_id':'1','flow_cta':'Go'}}",
                "'type':'call_permission_request','action':{'name':'call_permission_request'}",
            })
    void whatTheTypeSaysAlreadyMayBeLeftOut(String interactive) {
        assertThatNoException().isThrownBy(() -> sent("{'type':'interactive','interactive':{" + interactive + "}}"));
    }

    @Test
    void aFileMayHaveAnIdAndALink() throws IOException {
        Media image = (Media) sent("{'type':'image','image':{'id':'1','link':'https://files.example/x'}}");

        assertThat(image.file().id()).isEqualTo("1");
        assertThat(image.file().link()).isEqualTo("https://files.example/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'source_url':'u','source_id':'1','source_type':'ad','headline':'h','body':'b','media_type':'image',"
                        + "'image_url':'i','video_url':'v','thumbnail_url':'t','ctwa_clid':'k','welcome_message':{'text':'Hi'}}",
                "{'source_id':7,'headline':null,'ref':'spring','image':{'id':'m','sizes':[1,2.5]}}",
                "{'welcome_message':{'text':'Hi','style':'plain'}}",
                "{'welcome_message':{'style':'plain'}}",
                "{'welcome_message':{}}",
                "{'welcome_message':'Hi'}",
            })
    void aReferralIsShownAsItCame(String referral) throws IOException {
        var read = received("{'type':'text','text':{'body':'x'},'referral':" + referral + "}").referral();

        assertThat(JsonTrees.toDomain(Graph.WRITER.referral(read)))
                .isEqualTo(JsonTrees.toDomain(
                        ObjectMapper.getDefault().readValue(json(referral), Argument.of(JsonNode.class))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"phones", "emails", "addresses", "urls"})
    void aCardThatHasNothingInAListIsRefusedByName(String list) {
        String message = "{'type':'contacts','contacts':[{'name':{'formatted_name':'A'}},"
                + "{'name':{'formatted_name':'B'},'" + list + "':[{},null]}]}";

        for (ThrowingCallable reading : List.<ThrowingCallable>of(() -> sent(message), () -> received(message))) {
            assertThatThrownBy(reading)
                    .isInstanceOf(WireException.class)
                    .hasMessage("contacts[1]." + list + "[1] must not be null");
        }
    }

    private static Json.Number number(int value) {
        return new Json.Number(BigDecimal.valueOf(value));
    }

    private static Object sent(String json) throws IOException {
        return Graph.READER.sent(
                ObjectMapper.getDefault().readValue(json(json), Argument.of(MessageRequest.class)), NAMES);
    }

    private static GraphReader.Received received(String json) throws IOException {
        JsonNode tree = ObjectMapper.getDefault().readValue(json(json), Argument.of(JsonNode.class));
        return Graph.READER.received(
                ObjectMapper.getDefault().readValueFromTree(tree, Argument.of(InboundMessage.class)), tree, NAMES);
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }
}
