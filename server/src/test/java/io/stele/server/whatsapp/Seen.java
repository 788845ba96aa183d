package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.Tenant;
import java.util.Map;

/**
 * One message as each API shows it.
 *
 * @param kapso as Meta's own form has it, with Kapso's additions
 * @param platform as Kapso's platform has it, with the reports on its way
 */
record Seen(JsonNode zavu, JsonNode kapso, JsonNode platform, JsonNode chirp) {

    /** @param wamid Meta's id of it, by which every API finds it */
    static Seen of(Http http, Tenant tenant, String wamid) {
        Answer zavu = http.get("/v1/messages/" + wamid, tenant.zavu());
        Map<String, String> key = Map.of("X-API-Key", tenant.kapso());
        Answer kapso = http.send(
                "GET", "/meta/whatsapp/v24.0/" + tenant.phoneNumberId() + "/messages/" + wamid, key, null);
        Answer platform = http.send("GET", "/platform/v1/whatsapp/messages/" + wamid, key, null);
        Answer chirp = http.get("/v1/organization/whatsapp/messages/" + wamid, tenant.chirpAdmin());
        assertThat(zavu.status()).as(zavu.text()).isEqualTo(200);
        assertThat(kapso.status()).as(kapso.text()).isEqualTo(200);
        assertThat(platform.status()).as(platform.text()).isEqualTo(200);
        assertThat(chirp.status()).as(chirp.text()).isEqualTo(200);
        return new Seen(zavu.at("message"), kapso.body(), platform.at("data"), chirp.body());
    }

    String zavuStatus() {
        return text(zavu, "status");
    }

    String kapsoStatus() {
        return text(member(platform, "kapso"), "status");
    }

    /** All of Meta's reports, oldest first. */
    JsonNode reports() {
        return member(member(platform, "kapso"), "statuses");
    }

    /** The string by this name. */
    static String text(JsonNode object, String name) {
        JsonNode member = member(object, name);
        assertThat(member.isString()).as(name + ": " + member).isTrue();
        return member.getStringValue();
    }

    /** The member by this name; JSON's null where there is none. */
    static JsonNode member(JsonNode object, String name) {
        JsonNode member = object.get(name);
        return member == null ? JsonNode.nullNode() : member;
    }
}
