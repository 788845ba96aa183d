package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.graphstub.client.Business;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.Tenant;
import java.net.URI;
import java.util.Map;

/**
 * A project's number on WhatsApp.
 *
 * @param tenant the project, with this number as its own
 * @param hook where Meta posts
 * @param verifyToken what Meta shows when it asks whether that is the right address
 */
public record ConnectedNumber(Tenant tenant, Business business, URI hook, String verifyToken) {

    /** Connects a number of Meta's to a project by Kapso's API. */
    public static ConnectedNumber connect(Http http, Tenant tenant, Business business, String token, String appSecret) {
        Answer customer = call(http, tenant, "/platform/v1/customers", "{\"customer\":{\"name\":\"Bakery\"}}");
        Answer number = call(
                http,
                tenant,
                "/platform/v1/customers/" + customer.string("data", "id") + "/whatsapp/phone_numbers",
                """
                {"whatsapp_phone_number":{"name":"Support","phone_number_id":"%s","business_account_id":"%s",\
                "access_token":"%s","app_secret":"%s"}}"""
                        .formatted(business.numberId(), business.account(), token, appSecret));
        assertThat(number.string("data", "display_phone_number_normalized")).as(number.text()).isEqualTo(business.digits());
        return new ConnectedNumber(
                with(tenant, business),
                business,
                URI.create(number.string("data", "webhook_url")),
                number.string("data", "webhook_verify_token"));
    }

    String id() {
        return business.numberId();
    }

    private static Tenant with(Tenant tenant, Business business) {
        return new Tenant(
                "+" + business.digits(),
                business.numberId(),
                business.account(),
                tenant.senderId(),
                tenant.zavu(),
                tenant.zavuTest(),
                tenant.kapso(),
                tenant.chirpAdmin(),
                tenant.chirpApp(),
                tenant.chirpTest());
    }

    private static Answer call(Http http, Tenant tenant, String path, String body) {
        Answer answer = http.send(
                "POST", path, Map.of("X-API-Key", tenant.kapso(), "Content-Type", "application/json"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
