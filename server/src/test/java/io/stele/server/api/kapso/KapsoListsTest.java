package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of messages, conversations and numbers: what they find, and how they are walked. On a whole server. */
abstract class KapsoListsTest extends KapsoTest {

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
}
