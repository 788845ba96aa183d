package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint of the Kapso API, on a whole server. */
abstract class KapsoEndpointsTest extends KapsoTest {

    private static final String PROXY = "/meta/whatsapp/v24.0/{number}";
    private static final String PLATFORM = "/platform/v1/whatsapp";

    @Test
    void aSendIsAnsweredWithTheRecipientAndTheId() {
        String customer = stele().customerInConversation();

        Answer answer = text(customer, "Hello");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.string("messaging_product")).isEqualTo("whatsapp");
        assertThat(answer.string("contacts", 0, "input")).isEqualTo(customer);
        assertThat(answer.string("contacts", 0, "wa_id")).isEqualTo(customer.substring(1));
        assertThat(answer.string("messages", 0, "id")).matches("wamid\\.[A-Za-z0-9_-]{27}");
        assertThat(answer.at("messages", 0, "message_status").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v23.0", "v24.0", "v99.1"})
    void everyVersionIsServed(String version) {
        assertThat(get("/meta/whatsapp/" + version + "/{number}/messages").status()).isEqualTo(200);
    }

    @Test
    void aBearerKeyIsTakenByTheProxy() {
        Answer answer = kapso(
                "GET",
                PROXY + "/messages",
                Map.of("X-API-Key", "", "Authorization", "Bearer " + tenant().kapso()),
                null);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aTemplateGoesOutsideOfTheWindow() {
        Answer answer = send("{\"messaging_product\":\"whatsapp\",\"to\":\"" + RunningStele.newCustomer()
                + "\",\"type\":\"template\",\"template\":{\"name\":\"parcel_ready\",\"language\":{\"code\":\"de\"}}}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.string("messages", 0, "message_status")).isEqualTo("accepted");
    }

    @Test
    void aSendByUserIdIsAnsweredWithIt() {
        String id = "US.1349120865530274" + RunningStele.newCustomer().substring(5);
        Answer answer = send("{\"messaging_product\":\"whatsapp\",\"recipient\":\"" + id
                + "\",\"type\":\"template\",\"template\":{\"name\":\"parcel_ready\",\"language\":{\"code\":\"de\"}}}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.string("contacts", 0, "user_id")).isEqualTo(id);
        JsonNode message = get(PROXY + "/messages/" + answer.string("messages", 0, "id")).body();
        assertThat(message.get("to_user_id").getStringValue()).isEqualTo(id);
        assertThat(message.get("to")).isNull();
        assertThat(get(PROXY + "/contacts/" + id).string("business_scoped_user_id")).isEqualTo(id);
    }

    @Test
    void theSameRequestWithItsKeySendsOnce() {
        String customer = stele().customerInConversation();
        Map<String, String> key = Map.of("Idempotency-Key", "kapso-" + customer);
        String body = "{\"messaging_product\":\"whatsapp\",\"to\":\"" + customer
                + "\",\"type\":\"text\",\"text\":{\"body\":\"Once\"}}";

        Answer first = kapso("POST", PROXY + "/messages", key, body);
        Answer second = kapso("POST", PROXY + "/messages", key, body);
        Answer other = kapso("POST", PROXY + "/messages", key, body.replace("Once", "Twice"));

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.string("code")).isEqualTo("idempotency_key_reused");
    }

    @Test
    void aMessageIsReadBackWithWhatKapsoAdds() {
        String customer = stele().customerInConversation();
        String id = text(customer, "Hello").string("messages", 0, "id");

        await().untilAsserted(() -> assertThat(get(PROXY + "/messages/" + id).string("kapso", "status"))
                .isIn("delivered", "read"));
        JsonNode message = get(PROXY + "/messages/" + id + "?fields=kapso(default,origin,phone_number_id,statuses)")
                .body();
        JsonNode kapso = message.get("kapso");

        assertThat(message.get("timestamp").getStringValue()).matches("\\d{10}");
        assertThat(message.get("to").getStringValue()).isEqualTo(customer.substring(1));
        assertThat(kapso.get("direction").getStringValue()).isEqualTo("outbound");
        assertThat(kapso.get("processing_status").getStringValue()).isEqualTo("completed");
        assertThat(kapso.get("phone_number").getStringValue()).isEqualTo(customer);
        assertThat(kapso.get("content").getStringValue()).isEqualTo("Hello");
        assertThat(kapso.get("origin").getStringValue()).isEqualTo("cloud_api");
        assertThat(kapso.get("phone_number_id").getStringValue()).isEqualTo(tenant().phoneNumberId());
        assertThat(kapso.get("statuses").get(0).get("status").getStringValue()).isEqualTo("sent");
    }

    @Test
    void severalSelectionsOfFieldsCountTogether() {
        String id = text(stele().customerInConversation(), "Hello").string("messages", 0, "id");

        Answer message = get(PROXY + "/messages/" + id + "?fields=kapso(content)&fields=id,kapso(origin)");

        assertThat(message.at("kapso")).isEqualTo(Http.parse("{\"content\":\"Hello\",\"origin\":\"cloud_api\"}"));
    }

    @Test
    void aReceivedMessageIsFoundByTheProvidersIdAlsoWithSlashes() {
        String customer = RunningStele.newCustomer();
        String wamid = "wamid.HBgN/" + customer.substring(1) + "+x==";
        stele().writeIn(customer, tenant(), "{\"id\":\"" + wamid + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");

        Answer proxy = get(PROXY + "/messages/" + wamid);
        Answer platform = get(PLATFORM + "/messages/" + wamid);

        assertThat(proxy.string("id")).isEqualTo(wamid);
        assertThat(proxy.string("from")).isEqualTo(customer.substring(1));
        assertThat(proxy.string("kapso", "status")).isEqualTo("delivered");
        assertThat(platform.string("data", "id")).isEqualTo(wamid);
        assertThat(platform.string("data", "kapso", "processing_status")).isEqualTo("processed");
        assertThat(platform.string("data", "kapso", "phone_number")).isEqualTo(customer.substring(1));
    }

    @Test
    void aMessageOfAnUnknownTypeIsShownAsItCame() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Ana\",\"type\":\"pin\",\"pin\":{\"days\":7}}");

        JsonNode message = newestOf(customer);

        assertThat(message.get("type").getStringValue()).isEqualTo("pin");
        assertThat(message.get("pin")).isEqualTo(Http.parse("{\"days\":7}"));
        assertThat(message.get("kapso").get("message_type_data"))
                .isEqualTo(Http.parse("{\"pin\":{\"days\":7}}"));
    }

    @Test
    void anAnswerOfAnUnknownTypeIsFoundAmongTheInteractiveMessages() {
        String customer = RunningStele.newCustomer();
        String reply = "{\"type\":\"call_permission_reply\",\"call_permission_reply\":{\"response\":\"accept\"}}";
        stele().writeIn(customer, tenant(), "{\"type\":\"interactive\",\"interactive\":" + reply + "}");

        Answer found = get(PLATFORM + "/messages?message_type=interactive&phone_number=" + customer.substring(1));

        assertThat(found.at("data", 0, "interactive")).isEqualTo(Http.parse(reply));
    }

    @Test
    void aReadMarkIsAcknowledged() {
        String customer = stele().customerInConversation();
        String inbound = newestOf(customer).get("id").getStringValue();

        Answer read = send("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"" + inbound + "\"}");
        Answer typing = send("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"" + inbound
                + "\",\"typing_indicator\":{\"type\":\"text\"}}");

        assertThat(read.at("success").getBooleanValue()).isTrue();
        assertThat(typing.at("success").getBooleanValue()).as(typing.text()).isTrue();
    }

    @Test
    void aQuoteIsShownOnTheAnswer() {
        String customer = stele().customerInConversation();
        String inbound = newestOf(customer).get("id").getStringValue();

        Answer answer = send("{\"messaging_product\":\"whatsapp\",\"to\":\"" + customer
                + "\",\"type\":\"text\",\"text\":{\"body\":\"Yes\"},\"context\":{\"message_id\":\"" + inbound
                + "\"},\"biz_opaque_callback_data\":\"b-1\"}");

        Answer message = get(PROXY + "/messages/" + answer.string("messages", 0, "id"));
        assertThat(message.string("context", "id")).isEqualTo(inbound);
        assertThat(message.string("context", "from")).isEqualTo(customer.substring(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {PROXY + "/messages", PLATFORM + "/messages"})
    void messagesAreWalkedThereAndBackByCursor(String list) {
        String customer = stele().customerInConversation();
        String conversation = newestOf(customer).get("kapso").get("whatsapp_conversation_id").getStringValue();
        for (int i = 0; i < 4; i++) {
            text(customer, "n" + i);
        }
        String query = list + "?limit=2&conversation_id=" + conversation;
        List<String> seen = new ArrayList<>();
        Answer page = get(query);
        while (true) {
            page.at("data").values().forEach(row -> seen.add(row.get("id").getStringValue()));
            if (page.at("paging", "cursors", "after").isNull()) {
                break;
            }
            assertThat(page.string("paging", "next")).isEqualTo(page.string("paging", "cursors", "after"));
            page = get(query + "&after=" + page.string("paging", "cursors", "after"));
        }
        Answer back = get(query + "&before=" + page.string("paging", "cursors", "before"));

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(page.at("paging", "next").isNull()).isTrue();
        assertThat(back.string("data", 1, "id")).isEqualTo(seen.get(3));
    }

    @Test
    void theFirstAndOnlyPageHasFourNullCursors() {
        Answer page = get(PROXY + "/messages?conversation_id=7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11");

        assertThat(page.text())
                .isEqualTo("{\"data\":[],\"paging\":{\"cursors\":{\"before\":null,\"after\":null},\"next\":null,\"previous\":null}}");
    }

    @Test
    void messagesAreFilteredByWhatTheyAre() {
        String customer = stele().customerInConversation();
        text(customer, "Hello");
        stele().writeIn(
                customer,
                tenant(),
                "{\"type\":\"image\",\"image\":{\"id\":\"m1\",\"mime_type\":\"image/jpeg\",\"caption\":\"Look\"}}");
        String of = PLATFORM + "/messages?phone_number=" + customer.substring(1);

        assertThat(get(of).at("data").size()).isEqualTo(3);
        assertThat(get(of + "&direction=outbound").at("data").size()).isEqualTo(1);
        assertThat(get(of + "&has_media=true").string("data", 0, "type")).isEqualTo("image");
        assertThat(get(of + "&message_type=image").at("data").size()).isEqualTo(1);
        assertThat(get(of + "&message_type=text&direction=inbound").at("data").size()).isEqualTo(1);
        assertThat(get(of + "&phone_number_id={number}").at("data").size()).isEqualTo(3);
        assertThat(get(of + "&phone_number_id=other").at("data").size()).isZero();
        assertThat(get(of + "&anything=1").at("data").size()).isEqualTo(3);
        assertThat(get(of + "&business_scoped_user_id=" + customer.substring(1)).at("data").size()).isZero();
        assertThat(get(of + "&business_scoped_user_id=" + encoded(customer)).at("data").size()).isZero();
        assertThat(get(of + "&business_scoped_user_id=US.1").at("data").size()).isZero();
        assertThat(get(PLATFORM + "/contacts?business_scoped_user_id=" + customer.substring(1)).at("data").size()).isZero();
        assertThat(get(PLATFORM + "/contacts?business_scoped_user_id=" + encoded(customer)).at("data").size()).isZero();
    }

    @Test
    void aPersonIsFoundByTheirUserIdExactly() {
        String id = "US.7" + RunningStele.newCustomer().substring(5);
        send("{\"messaging_product\":\"whatsapp\",\"recipient\":\"" + id
                + "\",\"type\":\"template\",\"template\":{\"name\":\"parcel_ready\",\"language\":{\"code\":\"de\"}}}");

        for (String list : List.of("/messages", "/contacts")) {
            String by = PLATFORM + list + "?business_scoped_user_id=";
            assertThat(get(by + id).at("data").size()).isEqualTo(1);
            assertThat(get(by + id.substring(0, 8)).at("data").size()).isZero();
            assertThat(get(by + id.toLowerCase(Locale.ROOT)).at("data").size()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"request_welcome", "pin", "unsupported"})
    void aTypeThatTheApiShowsIsFoundByIt(String type) {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"type\":\"" + type + "\"}");
        stele().writeIn(customer, tenant(), "{\"type\":\"another\"}");
        String of = PLATFORM + "/messages?phone_number=" + customer.substring(1) + "&message_type=";

        Answer found = get(of + type);

        assertThat(found.at("data").size()).isEqualTo(1);
        assertThat(found.string("data", 0, "type")).isEqualTo(type);
        assertThat(get(of + "fax").at("data").size()).isZero();
        assertThat(get(PROXY + "/messages?message_type=fax&limit=1").at("data").size()).isEqualTo(1);
    }

    @Test
    void listsReachOverAllTimeThatDatabasesHave() {
        stele().customerInConversation();
        String all = "since=0000-01-01&until=9999-12-31T23:59:59.999999999Z";

        assertThat(get(PROXY + "/messages?limit=1&" + all).at("data").size()).isEqualTo(1);
        for (String moment : List.of("0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z")) {
            String place = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(("{\"values\":[\"" + moment + "\",\"7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11\"]}")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(get(PROXY + "/conversations?after=" + place).status()).isEqualTo(200);
            assertThat(get(PLATFORM + "/conversations?before=" + place).status()).isEqualTo(200);
        }
    }

    @Test
    void messagesAreWalkedByNumberInTheOlderForm() {
        String customer = stele().customerInConversation();
        text(customer, "Hello");
        Answer page = get(PLATFORM + "/messages?page=1&per_page=1&phone_number=" + customer.substring(1));

        assertThat(page.at("data").size()).isEqualTo(1);
        assertThat(page.at("meta"))
                .isEqualTo(Http.parse("{\"page\":1,\"per_page\":1,\"total_pages\":2,\"total_count\":2}"));
        assertThat(page.headers().firstValue("X-Total")).hasValue("2");
        assertThat(page.headers().firstValue("Link").orElse("")).contains("page=2&per_page=1").contains("rel=\"next\"");
    }

    @Test
    void conversationsAreListedReadAndEnded() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Ana\",\"type\":\"text\",\"text\":{\"body\":\"Ready?\"}}");
        String query = PROXY + "/conversations?phone_number=" + encoded(customer);
        Answer list = get(query + "&status=active");
        String id = list.string("data", 0, "id");

        assertThat(list.string("data", 0, "phone_number")).isEqualTo(customer.substring(1));
        assertThat(list.string("data", 0, "phone_number_id")).isEqualTo(tenant().phoneNumberId());
        assertThat(list.string("data", 0, "whatsapp_config_id")).hasSize(36);
        assertThat(list.string("data", 0, "kapso", "contact_name")).isEqualTo("Ana");
        assertThat(list.string("data", 0, "kapso", "last_message_text")).isEqualTo("Ready?");
        assertThat(list.at("data", 0, "kapso", "messages_count").getIntValue()).isEqualTo(1);
        assertThat(list.text()).contains("\"last_outbound_at\":null");
        assertThat(get(PROXY + "/conversations/" + id).string("id")).isEqualTo(id);
        assertThat(get("/meta/whatsapp/v24.0/conversations/" + id + "?fields=kapso()").at("kapso").isNull()).isTrue();

        Answer ended = kapso("PATCH", PROXY + "/conversations/" + id, "{\"status\":\"ended\"}");

        assertThat(ended.at("success").getBooleanValue()).as(ended.text()).isTrue();
        assertThat(get(query + "&status=active").at("data").size()).isZero();
        assertThat(get(query + "&status=ended").string("data", 0, "id")).isEqualTo(id);
        assertThat(get(PLATFORM + "/conversations/" + id).string("data", "status")).isEqualTo("ended");
        Answer again = kapso(
                "PATCH", PLATFORM + "/conversations/" + id, "{\"whatsapp_conversation\":{\"status\":\"active\"}}");
        assertThat(again.string("data", "status")).isEqualTo("active");
        assertThat(again.at("data", "whatsapp_config_id").isNull()).isTrue();
    }

    @Test
    void anEndedConversationStaysEndedWhileAnotherIsActive() {
        String customer = stele().customerInConversation();
        String query = PLATFORM + "/conversations?phone_number=" + customer.substring(1);
        String first = get(query).string("data", 0, "id");
        kapso("PATCH", "/meta/whatsapp/v23.0/conversations/" + first, "{\"status\":\"ended\"}");
        stele().writeIn(customer);

        Answer reopened = kapso("PATCH", "/meta/whatsapp/v23.0/conversations/" + first, "{\"status\":\"active\"}");

        assertThat(reopened.status()).as(reopened.text()).isEqualTo(422);
        assertThat(get(query).at("data").size()).isEqualTo(2);
        assertThat(get(query + "&status=active").at("data").size()).isEqualTo(1);
    }

    @Test
    void conversationsAreWalkedByCursor() {
        for (int i = 0; i < 3; i++) {
            stele().customerInConversation();
        }
        Answer first = get(PROXY + "/conversations?limit=2");
        Answer second = get(PROXY + "/conversations?limit=2&after=" + first.string("paging", "cursors", "after"));

        assertThat(second.string("data", 0, "id"))
                .isNotEqualTo(first.string("data", 0, "id"))
                .isNotEqualTo(first.string("data", 1, "id"));
        assertThat(get(PLATFORM + "/conversations?limit=1").at("data").size()).isEqualTo(1);
        for (String nobody : List.of("assigned_user_id=7d0f6f2e-0a56-4a43-9a8e-0d7b5f3f9a11", "unassigned=false")) {
            assertThat(get(PLATFORM + "/conversations?" + nobody).at("data").size()).isZero();
            assertThat(get(PROXY + "/conversations?" + nobody).at("data").size()).isZero();
        }
        assertThat(get(PLATFORM + "/conversations?limit=2&unassigned=true").at("data").size()).isEqualTo(2);
    }

    @Test
    void contactsAreListedReadAndChanged() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Ana\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        Answer list = get(PROXY + "/contacts?wa_id=" + customer.substring(1));

        assertThat(list.at("data").size()).isEqualTo(1);
        assertThat(list.string("data", 0, "profile_name")).isEqualTo("Ana");
        assertThat(list.at("data", 0, "metadata").isObject()).isTrue();

        Answer changed = kapso(
                "PATCH",
                PROXY + "/contacts/" + customer,
                "{\"display_name\":\"Ana R.\",\"metadata\":{\"tier\":\"gold\",\"visits\":2}}");
        kapso("PATCH", PROXY + "/contacts/" + customer, "{\"metadata\":{\"tier\":null,\"since\":2024}}");
        Answer contact = get(PROXY + "/contacts/" + customer.substring(1));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("success").getBooleanValue()).isTrue();
        assertThat(contact.string("display_name")).isEqualTo("Ana R.");
        assertThat(contact.string("profile_name")).isEqualTo("Ana");
        assertThat(contact.at("metadata", "tier").isNull()).isTrue();
        assertThat(contact.at("metadata", "visits").getIntValue()).isEqualTo(2);
        assertThat(contact.at("metadata", "since").getIntValue()).isEqualTo(2024);
    }

    @Test
    void aContactIsChangedOnThePlatformToo() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Ana\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        String path = PLATFORM + "/contacts/" + customer.substring(1);

        Answer named = kapso("PATCH", path, "{\"contact\":{\"display_name\":\"Ana R.\",\"metadata\":{\"tier\":\"gold\"}}}");
        Answer unnamed = kapso("PATCH", path, "{\"contact\":{\"display_name\":null,\"customer_id\":\"c\"}}");

        assertThat(named.status()).as(named.text()).isEqualTo(200);
        assertThat(named.string("data", "display_name")).isEqualTo("Ana R.");
        assertThat(named.string("data", "profile_name")).isEqualTo("Ana");
        assertThat(named.string("data", "metadata", "tier")).isEqualTo("gold");
        assertThat(unnamed.at("data", "display_name").isNull()).isTrue();
        assertThat(unnamed.string("data", "metadata", "tier")).isEqualTo("gold");
        assertThat(get(path).body()).isEqualTo(unnamed.body());
    }

    @Test
    void aNameOfAContactIsTakenAwayByNull() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Ana\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        String path = PROXY + "/contacts/" + customer;
        kapso("PATCH", path, "{\"display_name\":\"Ana R.\"}");

        assertThat(kapso("PATCH", path, "{\"display_name\":null,\"profile_name\":null}").status()).isEqualTo(200);

        assertThat(get(path).at("display_name").isNull()).isTrue();
        assertThat(get(path).at("profile_name").isNull()).isTrue();
    }

    @Test
    void theMetadataOfAContactDoNotGrowWithoutEnd() {
        String customer = stele().customerInConversation();
        String proxy = PROXY + "/contacts/" + customer;
        String note = "{\"metadata\":{\"%s\":\"" + "x".repeat(60_000) + "\"}}";

        assertThat(kapso("PATCH", proxy, note.formatted("a")).status()).isEqualTo(200);
        Answer refused = kapso("PATCH", proxy, note.formatted("b"));
        Answer onPlatform = kapso("PATCH", PLATFORM + "/contacts/" + customer, "{\"contact\":" + note.formatted("b") + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.string("error", "error_data", "details")).isEqualTo("metadata must have at most 65536 characters in all");
        assertThat(onPlatform.status()).isEqualTo(422);
        assertThat(onPlatform.string("error")).isEqualTo("contact.metadata must have at most 65536 characters in all");
    }

    @Test
    void aContactOfAnotherNumberIsNotThisOnes() {
        String customer = RunningStele.newCustomer();
        Answer sms = http().post(
                "/v1/messages", tenant().zavu(), "{\"to\":\"" + customer + "\",\"channel\":\"sms\",\"text\":\"Hi\"}");
        String path = PROXY + "/contacts/" + customer;

        assertThat(sms.status()).as(sms.text()).isEqualTo(202);
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(kapso("PATCH", path, "{\"display_name\":\"A\"}").status()).isEqualTo(404);
        stele().writeIn(customer);
        assertThat(get(path).status()).isEqualTo(200);
    }

    @Test
    void aContactIsFoundByEachOfItsNamesOnThePlatform() {
        String customer = stele().customerInConversation();
        Answer list = get(PLATFORM + "/contacts?wa_id_contains=" + customer.substring(1));
        String id = list.string("data", 0, "id");

        assertThat(get(PLATFORM + "/contacts/" + id).string("data", "wa_id")).isEqualTo(customer.substring(1));
        assertThat(get(PLATFORM + "/contacts/" + customer).string("data", "id")).isEqualTo(id);
        assertThat(get(PLATFORM + "/contacts/" + customer.substring(1)).string("data", "id")).isEqualTo(id);
        assertThat(get(PLATFORM + "/contacts?has_customer=true").at("data").size()).isZero();
        assertThat(get(PLATFORM + "/contacts?page=1&per_page=1").at("meta", "per_page").getIntValue()).isEqualTo(1);
    }

    @Test
    void theNumberIsListedAndRead() {
        Answer list = get(PLATFORM + "/phone_numbers");
        Answer number = get(PLATFORM + "/phone_numbers/{number}");

        assertThat(list.at("meta", "total_count").getIntValue()).isEqualTo(1);
        assertThat(list.at("data", 0)).isEqualTo(number.at("data"));
        assertThat(number.string("data", "phone_number_id")).isEqualTo(tenant().phoneNumberId());
        assertThat(number.string("data", "business_account_id")).isEqualTo(tenant().wabaId());
        assertThat(number.string("data", "display_phone_number_normalized"))
                .isEqualTo(tenant().phoneNumber().substring(1));
        assertThat(number.string("data", "status")).isEqualTo("CONNECTED");
        assertThat(number.at("data", "inbound_processing_enabled").getBooleanValue()).isTrue();
        assertThat(get(PLATFORM + "/phone_numbers?business_account_id={waba}&messaging_enabled=true")
                        .at("data")
                        .size())
                .isEqualTo(1);
        assertThat(get(PLATFORM + "/phone_numbers?messaging_enabled=false").at("data").size()).isZero();
        Answer far = get(PLATFORM + "/phone_numbers?page=2147483647&per_page=100");
        assertThat(far.at("data").size()).as(far.text()).isZero();
        assertThat(far.at("meta", "total_count").getIntValue()).isEqualTo(1);
    }

    private JsonNode newestOf(String customer) {
        return get(PLATFORM + "/messages?limit=1&phone_number=" + customer.substring(1)).at("data", 0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
