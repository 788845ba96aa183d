package io.stele.server.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.Tenant;

/**
 * The people and messages of one case, by the names that its file uses. The three ids are those of an earlier message of the
 * customer's.
 *
 * @param customer in E.164
 */
public record Cast(Tenant tenant, String customer, String zavuInbound, String kapsoInbound, String chirpInbound) {

    /** Writes the case's message through its API, which must take it. */
    public Answer write(Http http, MatrixCase message) {
        Answer answer = switch (message.through()) {
            case "zavu" -> http.post("/v1/messages", tenant.zavu(), body(message, zavuInbound));
            case "kapso" -> http.post(
                    "/meta/whatsapp/v23.0/" + tenant.phoneNumberId() + "/messages",
                    tenant.kapso(),
                    body(message, kapsoInbound));
            case "chirp" -> http.post("/v1/whatsapp/messages", tenant.chirpApp(), body(message, chirpInbound));
            case "chirp-template" -> http.post(
                    "/v1/whatsapp/templates/send", tenant.chirpApp(), body(message, chirpInbound));
            case "inbound" -> http.post("/sandbox/inbound", tenant.zavu(), body(message, zavuInbound));
            default -> throw new IllegalArgumentException(message.through());
        };
        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        return answer;
    }

    /** What is written, with these people and messages. */
    public String body(MatrixCase message, String inbound) {
        return Sorted.text(message.body())
                .replace("$customer", customer)
                .replace("$numberDigits", tenant.phoneNumber().substring(1))
                .replace("$number", tenant.phoneNumber())
                .replace("$inboundWamid", kapsoInbound)
                .replace("$inbound", inbound);
    }

    /** What is shown, with the names in place of the people and messages. */
    public String masked(JsonNode shown) {
        return Sorted.text(shown)
                .replace(customer, "$customer")
                .replace(customer.substring(1), "$digits")
                .replace(tenant.phoneNumber(), "$number")
                .replace(tenant.phoneNumber().substring(1), "$numberDigits")
                .replace(kapsoInbound, "$inboundWamid")
                .replace(zavuInbound, "$inbound")
                .replace(chirpInbound, "$inbound");
    }
}
