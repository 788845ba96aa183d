package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conversations, and the account that a key belongs to. */
abstract class ZavuConversationsTest extends ZavuTest {

    @Test
    void a_conversation_holds_every_channel_and_counts_what_nobody_has_read() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Zelda Quist\",\"type\":\"text\",\"text\":{\"body\":\"Is it ready?\"}}");
        String sms = send("{'to':'" + customer + "','channel':'sms','text':'Yes'}").string("message", "id");
        String thread = get("/v1/messages/" + sms).string("message", "conversationId");

        Answer got = get("/v1/conversations/" + thread);

        assertThat(got.string("conversation", "id")).isEqualTo(thread);
        assertThat(got.string("conversation", "contactIdentifier")).isEqualTo(customer);
        assertThat(got.string("conversation", "senderId")).isEqualTo(tenant().senderId());
        assertThat(got.at("conversation", "channels")).isEqualTo(Http.parse("[\"sms\",\"whatsapp\"]"));
        assertThat(got.at("conversation", "messageCount").getIntValue()).isEqualTo(2);
        assertThat(got.at("conversation", "unreadCount").getIntValue()).isEqualTo(1);
        assertThat(got.string("conversation", "lastMessage", "text")).isEqualTo("Yes");
        assertThat(got.string("conversation", "lastMessage", "direction")).isEqualTo("outbound");
        assertThat(get("/v1/conversations/" + thread + "/messages?limit=1").string("items", 0, "id")).isEqualTo(sms);
        assertThat(ids(get("/v1/conversations/" + thread + "/messages"))).hasSize(2);
        Answer read = http().send(
                        "POST",
                        "/v1/conversations/" + thread + "/read",
                        Map.of("Authorization", "Bearer " + tenant().zavu()),
                        null);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.at("conversation", "unreadCount").getIntValue()).isZero();
    }

    @Test
    void conversations_are_found_by_name_number_channel_and_sender() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"Ottoline Grüber\",\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");

        assertThat(identifiers("search=otto")).containsExactly(customer);
        assertThat(identifiers("search=Ottoline%20Gr")).containsExactly(customer);
        assertThat(identifiers("search=" + customer.replace("+", "%2B"))).containsExactly(customer);
        assertThat(identifiers("search=toline")).isEmpty();
        assertThat(identifiers("search=")).isEmpty();
        assertThat(identifiers("search=%20")).isEmpty();
        assertThat(identifiers("search=otto&channel=whatsapp")).containsExactly(customer);
        assertThat(identifiers("search=otto&channel=sms")).isEmpty();
        assertThat(identifiers("search=otto&senderId=" + tenant().senderId())).containsExactly(customer);
        assertThat(identifiers("search=otto&senderId=nobody")).isEmpty();
        assertThat(identifiers("search=otto&senderId=" + "0".repeat(26))).isEmpty();
    }

    @Test
    void conversations_are_walked_most_recently_active_first() {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            customers.addFirst(stele().customerInConversation());
        }
        List<String> seen = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String cursor = "";

        do {
            Answer page = get("/v1/conversations?limit=2" + cursor);
            page.at("items").values().forEach(item -> seen.add(item.get("contactIdentifier").getStringValue()));
            JsonNode next = page.at("nextCursor");
            assertThat(next.isNull() || page.at("items").size() > 0).isTrue();
            cursor = next.isNull() ? "" : "&cursor=" + next.getStringValue();
            assertThat(cursor.isEmpty() || cursors.add(cursor)).isTrue();
        } while (!cursor.isEmpty());

        assertThat(seen).startsWith(customers.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void whose_key_it_is_and_what_it_costs() {
        Answer live = get("/v1/me");
        Answer test = http().get("/v1/me", tenant().zavuTest());

        assertThat(live.at("isTestMode").getBooleanValue()).isFalse();
        assertThat(test.at("isTestMode").getBooleanValue()).isTrue();
        assertThat(live.string("project", "id")).isEqualTo(test.string("project", "id")).matches("[0-9a-v]{26}");
        assertThat(live.string("project", "name")).isEqualTo("First");
        assertThat(live.at("project", "isSubAccount").getBooleanValue()).isFalse();
        assertThat(live.string("apiKey", "id")).isNotEqualTo(test.string("apiKey", "id"));
        assertThat(get("/v1/balance").text())
                .isEqualTo("{\"balance\":0,\"currency\":\"USD\",\"isSubAccount\":false,\"totalSpent\":null,\"creditLimit\":null}");
    }

    private List<String> identifiers(String query) {
        List<String> found = new ArrayList<>();
        get("/v1/conversations?" + query)
                .at("items")
                .values()
                .forEach(item -> found.add(item.get("contactIdentifier").getStringValue()));
        return found;
    }
}
