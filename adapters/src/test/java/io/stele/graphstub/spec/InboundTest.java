package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.graphstub.client.RegisteredMedia;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies that the builders make, word for word as Meta documents them. */
class InboundTest {

    private static final Instant TIME = Instant.ofEpochSecond(1_772_438_400);
    private static final Person MARA = Person.phone("15550100777", "Mara");
    private static final RegisteredMedia FILE = new RegisteredMedia("77", "image/png", "c2hh", "http://127.0.0.1/x");
    private static final String FILE_MEMBERS = "'mime_type':'image/png','sha256':'c2hh','id':'77','url':'http://127.0.0.1/x'";
    private static final Business OTHER = new Business("31500043", "15550100043", "208745502");

    static Stream<Arguments> messages() {
        return Stream.of(
                row(Inbound.text(MARA, "Hello"), "'type':'text','text':{'body':'Hello'}"),
                row(Inbound.image(MARA, FILE, "C"), "'type':'image','image':{'caption':'C'," + FILE_MEMBERS + "}"),
                row(Inbound.video(MARA, FILE, null), "'type':'video','video':{" + FILE_MEMBERS + "}"),
                row(Inbound.audio(MARA, FILE, true), "'type':'audio','audio':{'voice':true," + FILE_MEMBERS + "}"),
                row(Inbound.document(MARA, FILE, "a.pdf", "C"),
                        "'type':'document','document':{'filename':'a.pdf','caption':'C'," + FILE_MEMBERS + "}"),
                row(Inbound.sticker(MARA, FILE, false), "'type':'sticker','sticker':{'animated':false," + FILE_MEMBERS + "}"),
                row(Inbound.location(MARA, "37.44", "-122.16", "N", null),
                        "'type':'location','location':{'latitude':37.44,'longitude':-122.16,'name':'N'}"),
                row(Inbound.contact(MARA, "Ben", "+1 555", "1555"),
                        "'type':'contacts','contacts':[{'name':{'formatted_name':'Ben','first_name':'Ben'},'phones':[{"
                                + "'phone':'+1 555','wa_id':'1555','type':'CELL'}]}]"),
                row(Inbound.button(MARA, "Stop", "STOP"), "'type':'button','button':{'payload':'STOP','text':'Stop'}"),
                row(Inbound.buttonReply(MARA, "1", "A"),
                        "'type':'interactive','interactive':{'type':'button_reply','button_reply':{'id':'1','title':'A'}}"),
                row(Inbound.listReply(MARA, "1", "A", "D"),
                        "'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'1','title':'A',"
                                + "'description':'D'}}"),
                row(Inbound.formReply(MARA, "flow", "Sent", "{}"),
                        "'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'name':'flow','body':'Sent',"
                                + "'response_json':'{}'}}"),
                row(Inbound.callPermissionReply(MARA, true, true),
                        "'type':'interactive','interactive':{'type':'call_permission_reply','call_permission_reply':{"
                                + "'response':'accept','is_permanent':true,'response_source':'user_action'}}"),
                row(Inbound.order(MARA, "19", "Two", List.of(Map.of("quantity", 2))),
                        "'type':'order','order':{'catalog_id':'19','text':'Two','product_items':[{'quantity':2}]}"),
                row(Inbound.reaction(MARA, "wamid.A", "👍"),
                        "'type':'reaction','reaction':{'message_id':'wamid.A','emoji':'👍'}"),
                row(Inbound.reactionRemoval(MARA, "wamid.A"), "'type':'reaction','reaction':{'message_id':'wamid.A'}"),
                row(Inbound.requestWelcome(MARA), "'type':'request_welcome'"),
                row(Inbound.unsupported(MARA, "poll"),
                        "'type':'unsupported','unsupported':{'type':'poll'},'errors':[{'code':131051,'title':'Message "
                                + "type unknown','message':'Message type unknown','error_data':{'details':'Message type "
                                + "is currently not supported.'}}]"),
                row(Inbound.text(MARA, "x").quoting("15550100042", "wamid.Q"),
                        "'type':'text','text':{'body':'x'},'context':{'from':'15550100042','id':'wamid.Q'}"),
                row(Inbound.text(MARA, "x").forwarded(), "'type':'text','text':{'body':'x'},'context':{'forwarded':true}"),
                row(Inbound.text(MARA, "x").frequentlyForwarded(),
                        "'type':'text','text':{'body':'x'},'context':{'frequently_forwarded':true}"),
                row(Inbound.text(MARA, "x").aboutProduct("15550100042", "wamid.Q", "19", "p"),
                        "'type':'text','text':{'body':'x'},'context':{'from':'15550100042','id':'wamid.Q',"
                                + "'referred_product':{'catalog_id':'19','product_retailer_id':'p'}}"),
                row(Inbound.text(MARA, "x").inGroup("G1"), "'type':'text','text':{'body':'x'},'group_id':'G1'"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void writesAMessage(Inbound message, String members) {
        assertThat(CallbackBody.of(Shop.BUSINESS, message.id("wamid.M").at(TIME)).json())
                .isEqualTo(body("'contacts':[{'profile':{'name':'Mara'},'wa_id':'15550100777'}],'messages':[{'from':"
                        + "'15550100777','id':'wamid.M',"
                        + "'timestamp':'1772438400'," + members + "}]", "messages"));
    }

    @Test
    void writesWhereACustomerCameFrom() {
        assertThat(CallbackBody.of(Shop.BUSINESS, Inbound.text(MARA, "x").fromAdvertisement("120", "Chat")).json())
                .contains("\"referral\":{\"source_url\":\"https://fb.example/120\",\"source_id\":\"120\",\"source_type\":"
                        + "\"ad\"")
                .contains("\"headline\":\"Chat\"", "\"ctwa_clid\":\"click-120\"");
    }

    @Test
    void hidesANumberThatIsNotTold() {
        Person person = Person.user("US.abc", "Mara", "@mara");

        assertThat(CallbackBody.of(Shop.BUSINESS, Inbound.text(person, "x").id("wamid.M").at(TIME)).json())
                .isEqualTo(body("'contacts':[{'profile':{'name':'Mara','username':'@mara','country_code':'US'},'wa_id':'',"
                        + "'user_id':'US.abc'}],"
                        + "'messages':[{'from':'','from_user_id':'US.abc','id':'wamid.M','timestamp':'1772438400','type':"
                                + "'text','text':{'body':'x'}}]", "messages"));
    }

    @Test
    void tellsAUserIdBesideTheNumber() {
        assertThat(CallbackBody.of(Shop.BUSINESS, Inbound.text(MARA.known("US.abc", null).identity("h="), "x")).json())
                .contains("\"wa_id\":\"15550100777\",\"user_id\":\"US.abc\",\"identity_key_hash\":\"h=\"")
                .contains("\"from\":\"15550100777\",\"from_user_id\":\"US.abc\"");
    }

    @Test
    void writesASystemMessageWithoutItsSender() {
        assertThat(CallbackBody.of(Shop.BUSINESS, Inbound.changedNumber(MARA, "15550100778").id("wamid.M").at(TIME)).json())
                .isEqualTo(body("'messages':[{'from':'15550100777','id':'wamid.M','timestamp':'1772438400','type':'system',"
                        + "'system':{'body':'User Mara changed from 15550100777 to 15550100778','wa_id':'15550100778',"
                                + "'type':'user_changed_number'}}]", "messages"));
        assertThat(CallbackBody.of(Shop.BUSINESS, Inbound.changedUserId(MARA.known("US.a", null), "US.b")).json())
                .contains("\"user_id\":\"US.b\",\"type\":\"user_changed_user_id\"")
                .doesNotContain("\"contacts\"");
    }

    @Test
    void writesAnEcho() {
        assertThat(CallbackBody.of(Shop.BUSINESS).echoes(Inbound.text(MARA, "x").id("wamid.M").at(TIME)).json())
                .isEqualTo(body("'message_echoes':[{'from':'15550100042','to':'15550100777','id':'wamid.M','timestamp':"
                        + "'1772438400',"
                        + "'type':'text','text':{'body':'x'}}]", "smb_message_echoes"));
    }

    @Test
    void writesErrorsAlone() {
        assertThat(CallbackBody.of(Shop.BUSINESS).errors(130429, "Rate limit hit", "Too many.").json())
                .isEqualTo(body("'errors':[{'code':130429,'title':'Rate limit hit','message':'Rate limit hit',"
                        + "'error_data':{'details':'Too many.'},"
                        + "'href':'/documentation/business-messaging/whatsapp/support/error-codes'}]", "messages"));
    }

    static Stream<Arguments> changes() {
        CallbackBody[] bodies = new CallbackBody[8];
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = CallbackBody.of(Shop.BUSINESS);
        }
        return Stream.of(
                Arguments.of(
                        bodies[0].templateStatus("REJECTED", 7, "parcel", "de", "UTILITY", "INVALID_FORMAT"),
                        "'value':{'event':'REJECTED','message_template_id':7,'message_template_name':'parcel',"
                                + "'message_template_language':'de','reason':'INVALID_FORMAT','message_template_category':"
                                + "'UTILITY'},'field':'message_template_status_update'"),
                Arguments.of(bodies[1].templateCategory(7, "parcel", "de", "UTILITY", "MARKETING"), "'previous_category':"
                        + "'UTILITY','new_category':'MARKETING'},'field':'template_category_update'"),
                Arguments.of(bodies[2].templateQuality(7, "parcel", "de", "GREEN", "RED"), "'value':{"
                        + "'previous_quality_score':'GREEN','new_quality_score':'RED',"),
                Arguments.of(bodies[3].numberQuality("THROUGHPUT_UPGRADE", "TIER_2K", "TIER_UNLIMITED"), "'value':{"
                        + "'display_phone_number':'15550100042','event':'THROUGHPUT_UPGRADE','old_limit':'TIER_2K',"
                        + "'current_limit':'TIER_UNLIMITED','max_daily_conversations_per_business':'TIER_UNLIMITED'},"
                        + "'field':'phone_number_quality_update'"),
                Arguments.of(bodies[4].numberName("APPROVED", "Shop", null), "'value':{'display_phone_number':"
                        + "'15550100042','decision':'APPROVED','requested_verified_name':'Shop'},'field':"
                        + "'phone_number_name_update'"),
                Arguments.of(
                        bodies[5].accountUpdate("DISABLED_UPDATE", Map.of("ban_info", Map.of("waba_ban_state", "DISABLE"))),
                        "'value':{'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'DISABLE'}},'field':"
                                + "'account_update'"),
                Arguments.of(bodies[6].preference(MARA, true), "'user_preferences':[{'wa_id':'15550100777','detail':'User "
                        + "requested to stop marketing messages','category':'marketing_messages','value':'stop',"
                        + "'timestamp':"),
                Arguments.of(bodies[7].change("security", Map.of("event", "PIN_CHANGED")), "'value':{'event':"
                        + "'PIN_CHANGED'},'field':'security'"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void writesAChange(CallbackBody body, String words) {
        assertThat(body.json())
                .startsWith("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + Shop.ACCOUNT + "\","
                        + "\"changes\":[{")
                .contains(words.replace('\'', '"'));
    }

    @Test
    void gathersMessagesChangesAndEntries() {
        Person ben = Person.phone("15550100778", "Ben");

        String json = CallbackBody.of(Shop.BUSINESS)
                .messages(Inbound.text(MARA, "1"), Inbound.text(MARA, "2"), Inbound.text(ben, "3"))
                .messages(Inbound.text(ben, "4"))
                .and(OTHER)
                .messages(Inbound.text(MARA, "5"))
                .json();

        assertThat(json.split("\"metadata\"")).hasSize(4);
        assertThat(json.split("\"changes\"")).hasSize(3);
        assertThat(json.split("\"profile\"")).hasSize(5);
        assertThat(json.split("\"text\":\\{\"body\"")).hasSize(6);
    }

    private static Arguments row(Inbound message, String members) {
        return Arguments.of(message, members);
    }

    private static String body(String members, String field) {
        return ("{'object':'whatsapp_business_account','entry':[{'id':'" + Shop.ACCOUNT + "','changes':[{'value':{"
                + "'messaging_product':'whatsapp',"
                        + "'metadata':{'display_phone_number':'" + Shop.DIGITS + "','phone_number_id':'" + Shop.NUMBER
                                + "'}," + members
                        + "},'field':'" + field + "'}]}]}")
                .replace('\'', '"');
    }
}
