package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import io.stele.server.Tenant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Webhooks of apps, through either family of paths (contract §3.9, §6). */
abstract class ChirpWebhooksTest extends ChirpHookTest {

    private static final String URL = "https://receiver.example.com/hook";
    private static final String SENT = "'events':['messages.whatsapp.sent']";

    private Answer create(String json) {
        return call("POST", "/v1/webhooks", tenant().chirpApp(), json);
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void aWebhookIsMadeShownChangedAndRemoved(Surface surface) {
        Tenant tenant = stele().found("Whole life");
        String base = base(surface, tenant);
        String key = key(surface, tenant);

        Answer made = call("POST", base, key, "{'url':'" + URL + "'," + SENT + ",'headers':{'X-Hook-Token':'t-91'}}");
        String path = base + "/" + made.string("id");
        Answer shown = call("GET", path, key, null);
        Answer moved = call("PUT", path, key, "{'url':'" + URL + "/2'}");
        Answer bare = call("PUT", path, key, "{'headers':{},'events':['contacts.whatsapp.created']}");
        Answer list = call("GET", base, key, null);
        Answer removed = call("DELETE", path, key, null);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.string("id")).matches("whk_[a-zA-Z0-9]{27}");
        assertThat(made.string("appId")).isEqualTo(app(tenant));
        assertThat(made.string("signingSecret")).startsWith("whsec_");
        assertThat(shown.text()).doesNotContain("whsec_");
        assertThat(shown.string("headers", "X-Hook-Token")).isEqualTo("t-91");
        assertThat(moved.string("url")).isEqualTo(URL + "/2");
        assertThat(moved.string("events", 0)).isEqualTo("messages.whatsapp.sent");
        assertThat(moved.string("headers", "X-Hook-Token")).isEqualTo("t-91");
        assertThat(bare.at("headers").size()).isZero();
        assertThat(bare.string("events", 0)).isEqualTo("contacts.whatsapp.created");
        assertThat(list.at("totalCount").getIntValue()).isEqualTo(1);
        assertThat(list.at("webhooks", 0)).isEqualTo(bare.body());
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.string("message")).isNotBlank();
        assertThat(call("GET", path, key, null).status()).isEqualTo(404);
        assertThat(call("DELETE", path, key, null).status()).isEqualTo(404);
        assertThat(call("GET", base, key, null).at("totalCount").getIntValue()).isZero();
    }

    @Test
    void bothFamiliesOfPathsLeadToTheSameWebhooks() {
        String id = create("{'url':'" + URL + "'," + SENT + "}").string("id");
        String twin = base(Surface.ORGANIZATION, tenant()) + "/" + id;

        Answer changed = call("PUT", twin, tenant().chirpAdmin(), "{'url':'" + URL + "/3'}");

        assertThat(call("GET", "/v1/webhooks/" + id, tenant().chirpApp(), null).body()).isEqualTo(changed.body());
    }

    @Test
    void aTestAppsWebhookIsCalledOne() {
        Answer made = call("POST", "/v1/webhooks", tenant().chirpTest(), "{'url':'" + URL + "'," + SENT + "}");

        assertThat(made.string("id")).startsWith("whk_test_");
        assertThat(made.string("appId")).startsWith("app_test_");
        String twin = "/v1/organization/apps/" + made.string("appId") + "/webhooks/" + made.string("id");
        assertThat(call("GET", twin, tenant().chirpAdmin(), null).status()).isEqualTo(200);
        assertThat(call("GET", "/v1/webhooks/" + made.string("id"), tenant().chirpApp(), null).status())
                .isEqualTo(404);
    }

    @Test
    void webhooksAreListedNewestFirstAndInParts() {
        Tenant tenant = stele().found("Many");
        List<String> made = IntStream.range(0, 3)
                .mapToObj(number -> call(
                                "POST", "/v1/webhooks", tenant.chirpApp(), "{'url':'" + URL + "/" + number + "'," + SENT + "}")
                        .string("id"))
                .toList();

        Answer part = call("GET", "/v1/webhooks?limit=1&offset=1", tenant.chirpApp(), null);

        assertThat(part.at("totalCount").getIntValue()).isEqualTo(3);
        assertThat(part.at("webhooks").size()).isEqualTo(1);
        assertThat(part.string("webhooks", 0, "id")).isEqualTo(made.get(1));
    }

    @Test
    void anEventWhoseNameIsNotPublishedYetCanBeAskedFor() {
        assertThat(create("{'url':'" + URL + "','events':['calls.initiated','groups.whatsapp.created']}").status())
                .isEqualTo(201);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("{" + SENT + "}", "url"),
                Arguments.of("{'url':null," + SENT + "}", "url"),
                Arguments.of("{'url':'" + URL + "'}", "events"),
                Arguments.of("{'url':'" + URL + "','events':[]}", "events"),
                Arguments.of("{'url':'" + URL + "','events':'messages.whatsapp.sent'}", "events"),
                Arguments.of("{'url':'" + URL + "','events':['messages.whatsapp.sent','']}", "events[1]"),
                Arguments.of("{'url':'" + URL + "','events':['MESSAGE_SENT']}", "events[0]"),
                Arguments.of("{'url':'" + URL + "','events':['messages']}", "events[0]"),
                Arguments.of("{'url':'" + URL + "','events':[null]}", "events[0]"),
                Arguments.of("{'url':5," + SENT + "}", "url"),
                badUrl("http://93.184.216.34/hook"),
                badUrl("http://10.1.2.3/hook"),
                badUrl("https://10.1.2.3/hook"),
                badUrl("https://169.254.169.254/latest"),
                badUrl("https://[::ffff:10.0.0.1]/hook"),
                badUrl("https://0x7f.1/hook"),
                badUrl("https://user:secret@receiver.example.com/"),
                badUrl("https://receiver.example.com/#here"),
                badUrl("nowhere"),
                badHeaders("{'Content-Length':'5'}", "headers.Content-Length"),
                badHeaders("{'host':'elsewhere'}", "headers.host"),
                badHeaders("{'Connection':'close'}", "headers.Connection"),
                badHeaders("{'X Y':'z'}", "headers.X Y"),
                badHeaders("{'X-Y':'a\\nb'}", "headers.X-Y"),
                badHeaders("{'X-Y':'ü'}", "headers.X-Y"),
                badHeaders("{'X-Y':7}", "headers.X-Y"),
                badHeaders("{'X-Y':null}", "headers.X-Y"),
                badHeaders("{'X-Y':'a','x-y':'b'}", "headers.x-y"),
                badHeaders("[]", "headers"));
    }

    private static Arguments badUrl(String url) {
        return Arguments.of("{'url':'" + url + "'," + SENT + "}", "url");
    }

    private static Arguments badHeaders(String headers, String param) {
        return Arguments.of("{'url':'" + URL + "'," + SENT + ",'headers':" + headers + "}", param);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatCannotBeIsRefusedByItsName(String body, String param) {
        Tenant tenant = stele().other();
        for (Surface surface : Surface.values()) {
            Answer answer = call("POST", base(surface, tenant), key(surface, tenant), body);

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.string("error", "type")).isEqualTo("invalid_request_error");
            assertThat(answer.string("error", "param")).isEqualTo(param);
        }
        assertThat(call("GET", "/v1/webhooks", tenant.chirpApp(), null).at("totalCount").getIntValue())
                .isZero();
    }

    @Test
    void aChangeIsCheckedLikeANewOneAndChangesNothingWhenRefused() {
        Answer made = create("{'url':'" + URL + "'," + SENT + "}");
        String path = "/v1/webhooks/" + made.string("id");

        assertThat(call("PUT", path, tenant().chirpApp(), "{'url':'https://10.0.0.1/','events':['a.b']}").string("error", "param"))
                .isEqualTo("url");
        assertThat(call("PUT", path, tenant().chirpApp(), "{'events':[]}").string("error", "param")).isEqualTo("events");
        assertThat(call("PUT", path, tenant().chirpApp(), "nonsense").status()).isEqualTo(400);
        assertThat(call("GET", path, tenant().chirpApp(), null).string("updatedAt")).isEqualTo(made.string("updatedAt"));
    }

    @Test
    void eachFamilyOfPathsTakesItsOwnKindOfKey() {
        String twin = base(Surface.ORGANIZATION, tenant());
        for (String key : List.of(tenant().chirpAdmin(), tenant().zavu(), tenant().kapso(), "sk_live_app_unknown")) {
            assertThat(call("GET", "/v1/webhooks", key, null).status()).isEqualTo(401);
        }
        for (String key : List.of(tenant().chirpApp(), tenant().chirpTest(), tenant().zavu(), tenant().kapso())) {
            assertThat(call("GET", twin, key, null).status()).isEqualTo(401);
        }
    }

    @Test
    void nobodyElseReachesAWebhook() {
        String id = create("{'url':'" + URL + "'," + SENT + "}").string("id");
        Tenant other = stele().other();
        List<String> paths = List.of("", "/deliveries", "/deliveries/018f3f6e-0000-7000-8000-000000000000");

        for (String path : paths) {
            assertThat(call("GET", "/v1/webhooks/" + id + path, other.chirpApp(), null).status()).isEqualTo(404);
            assertThat(call("GET", base(Surface.ORGANIZATION, tenant()) + "/" + id + path, other.chirpAdmin(), null).status())
                    .isEqualTo(404);
            assertThat(call("GET", base(Surface.ORGANIZATION, other) + "/" + id + path, other.chirpAdmin(), null).status())
                    .isEqualTo(404);
        }
        assertThat(call("PUT", "/v1/webhooks/" + id, other.chirpApp(), "{'url':'" + URL + "/stolen'}").status())
                .isEqualTo(404);
        assertThat(call("DELETE", "/v1/webhooks/" + id, other.chirpApp(), null).status()).isEqualTo(404);
        assertThat(call("GET", "/v1/webhooks/" + id, tenant().chirpApp(), null).string("url")).isEqualTo(URL);
        assertThat(call("GET", "/v1/organization/apps/app_unknown/webhooks", tenant().chirpAdmin(), null).status())
                .isEqualTo(404);
    }
}
