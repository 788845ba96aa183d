package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is nested as deep as a body may be is taken, and shown in every list; what is nested deeper is not taken. */
abstract class DeepBodiesTest extends KapsoTest {

    private static final int DEEPEST = 48;

    @Test
    void aFlowsData() {
        String customer = stele().customerInConversation();

        assertThat(flow(customer, DEEPEST - 5).status()).isEqualTo(200);
        assertThat(flow(customer, DEEPEST - 4).string("error", "error_data", "details"))
                .isEqualTo("The body is nested more than 48 levels deep");
        everyListIsShown(customer);
    }

    @Test
    void theMetadataOfAContact() {
        String customer = stele().customerInConversation();
        String contact = "/meta/whatsapp/v24.0/{number}/contacts/" + customer;

        assertThat(kapso("PATCH", contact, "{\"metadata\":" + nested(DEEPEST - 1) + "}").status()).isEqualTo(200);
        assertThat(kapso("PATCH", contact, "{\"metadata\":" + nested(DEEPEST) + "}").status()).isEqualTo(400);
        assertThat(get(contact).at("metadata")).isEqualTo(tree(nested(DEEPEST - 1)));
        everyListIsShown(customer);
    }

    @Test
    void aMessageOfAnUnknownType() {
        String customer = RunningStele.newCustomer();

        assertThat(pin(customer, DEEPEST - 1).status()).isEqualTo(202);
        assertThat(pin(customer, DEEPEST).status()).isEqualTo(400);
        everyListIsShown(customer);
    }

    @ParameterizedTest
    @CsvSource({"48, true", "49, false", "990, false"})
    void theAnswersOfAForm(int depth, boolean told) {
        String customer = RunningStele.newCustomer();
        stele().writeIn(
                customer,
                tenant(),
                "{\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"response_json\":\""
                        + nested(depth).replace("\"", "\\\"") + "\"}}}");

        Answer message = get("/platform/v1/whatsapp/messages?phone_number=" + customer.substring(1));
        assertThat(message.string("data", 0, "interactive", "nfm_reply", "response_json")).isEqualTo(nested(depth));
        assertThat(message.at("data", 0, "kapso", "flow_response").isObject()).isEqualTo(told);
        everyListIsShown(customer);
    }

    @Test
    void theOtherApisRefuseTheSame() {
        String body = "{\"x\":" + nested(DEEPEST) + "}";

        assertThat(http().post("/v1/messages", tenant().zavu(), body).status()).isEqualTo(400);
        assertThat(http().post("/v1/whatsapp/messages", tenant().chirpApp(), body).status()).isEqualTo(400);
    }

    private void everyListIsShown(String customer) {
        String person = customer.substring(1);
        for (String path : new String[] {
            "/meta/whatsapp/v24.0/{number}/messages",
            "/meta/whatsapp/v24.0/{number}/contacts",
            "/platform/v1/whatsapp/messages?phone_number=" + person,
            "/platform/v1/whatsapp/messages?page=1&phone_number=" + person,
            "/platform/v1/whatsapp/contacts",
        }) {
            assertThat(get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(http().get("/v1/organization/whatsapp/messages", tenant().chirpAdmin()).status()).isEqualTo(200);
        assertThat(http().get("/v1/messages", tenant().zavu()).status()).isEqualTo(200);
    }

    private Answer flow(String customer, int levels) {
        return send("{\"messaging_product\":\"whatsapp\",\"to\":\"" + customer
                + "\",\"type\":\"interactive\",\"interactive\":{\"type\":\"flow\",\"body\":{\"text\":\"Book\"},\"action\":{"
                + "\"name\":\"flow\",\"parameters\":{\"flow_message_version\":\"3\",\"flow_id\":\"1\",\"flow_cta\":\"Go\","
                + "\"flow_action_payload\":{\"screen\":\"S\",\"data\":" + nested(levels) + "}}}}}");
    }

    private Answer pin(String customer, int levels) {
        return http().send(
                "POST",
                "/sandbox/inbound",
                Map.of("Authorization", "Bearer " + tenant().zavu()),
                "{\"channel\":\"whatsapp\",\"from\":\"" + customer + "\",\"to\":\"" + tenant().phoneNumber()
                        + "\",\"type\":\"pin\",\"pin\":" + nested(levels) + "}");
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }

    private static JsonNode tree(String text) {
        return Http.parse(text);
    }
}
