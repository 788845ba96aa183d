package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending, reading and marking messages, on a whole server. */
abstract class KapsoEndpointsTest extends KapsoTest {

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
}
