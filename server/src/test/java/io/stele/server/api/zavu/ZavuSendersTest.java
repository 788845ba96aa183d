package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Senders and the webhook on each (contract §2.4). */
abstract class ZavuSendersTest extends ZavuTest {

    private static final String URL = "https://receiver.example.com/hook";

    private Answer call(String method, String path, String key, @Nullable String json) {
        Map<String, String> headers = json == null
                ? Map.of("Authorization", "Bearer " + key)
                : Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json");
        return http().send(method, path, headers, json == null ? null : json.replace('\'', '"'));
    }

    private Answer create(String json) {
        return call("POST", "/v1/senders", tenant().zavu(), json);
    }

    private String created(String json) {
        Answer answer = create(json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.string("id");
    }

    private Answer patch(String id, String json) {
        return call("PATCH", "/v1/senders/" + id, tenant().zavu(), json);
    }

    private Answer sender(String id) {
        return get("/v1/senders/" + id);
    }

    @Test
    void theSenderOfAProjectIsShownWithWhatItUses() {
        Answer sender = sender(tenant().senderId());

        assertThat(sender.string("id")).isEqualTo(tenant().senderId());
        assertThat(sender.string("phoneNumber")).isEqualTo(tenant().phoneNumber());
        assertThat(sender.string("whatsapp", "phoneNumberId")).isEqualTo(tenant().phoneNumberId());
        assertThat(sender.at("channels").values()).extracting(JsonNode::getStringValue).contains("whatsapp", "sms", "email");
        assertThat(sender.at("webhook").isNull()).isTrue();
    }

    @Test
    void aNewSenderIsKeptAndIsNotTheDefault() {
        Answer created = create("{'name':'  Support  '}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.string("name")).isEqualTo("Support");
        assertThat(created.string("phoneNumber")).isEmpty();
        assertThat(created.at("isDefault").getBooleanValue()).isFalse();
        assertThat(created.at("channels").size()).isZero();
        assertThat(sender(created.string("id")).body()).isEqualTo(created.body());
    }

    @Test
    void aNewDefaultTakesOverAndTheOldOneCanGo() {
        Tenant tenant = stele().found("Defaults");
        String key = tenant.zavu();

        String second = call("POST", "/v1/senders", key, "{'name':'Second','setAsDefault':true}").string("id");

        assertThat(call("GET", "/v1/senders/" + tenant.senderId(), key, null).at("isDefault").getBooleanValue())
                .isFalse();
        assertThat(call("DELETE", "/v1/senders/" + second, key, null).status()).isEqualTo(400);
        Answer first = call("PATCH", "/v1/senders/" + tenant.senderId(), key, "{'setAsDefault':true}");
        assertThat(first.at("isDefault").getBooleanValue()).isTrue();
        Answer removed = call("DELETE", "/v1/senders/" + second, key, null);
        assertThat(removed.status()).isEqualTo(204);
        assertThat(removed.text()).isEmpty();
        assertThat(call("GET", "/v1/senders/" + second, key, null).status()).isEqualTo(404);
        assertThat(call("DELETE", "/v1/senders/" + second, key, null).status()).isEqualTo(404);
    }

    @Test
    void aNumberThatIsFreedCanBeUsedByAnotherSender() {
        Tenant tenant = stele().found("Freed");
        String key = tenant.zavu();
        call("POST", "/v1/senders", key, "{'name':'Second','setAsDefault':true}");
        String wanted = "{'name':'Third','phoneNumber':'" + tenant.phoneNumber() + "'}";
        assertThat(call("POST", "/v1/senders", key, wanted).status()).isEqualTo(400);
        call("DELETE", "/v1/senders/" + tenant.senderId(), key, null);

        Answer third = call("POST", "/v1/senders", key, wanted);

        assertThat(third.status()).isEqualTo(201);
        assertThat(third.string("phoneNumber")).isEqualTo(tenant.phoneNumber());
        assertThat(third.string("whatsapp", "phoneNumberId")).isEqualTo(tenant.phoneNumberId());
        Answer sent = http().send(
                "POST",
                "/v1/messages",
                Map.of(
                        "Authorization", "Bearer " + key,
                        "Content-Type", "application/json",
                        "Zavu-Sender", third.string("id")),
                "{\"to\":\"+4915212345678\",\"channel\":\"sms\",\"text\":\"Hi\"}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        assertThat(sent.string("message", "senderId")).isEqualTo(third.string("id"));
    }

    @Test
    void aSenderIsRenamedAndTheRestStays() {
        String id = created("{'name':'Before','webhookUrl':'" + URL + "','webhookEvents':['message.sent']}");

        Answer renamed = patch(id, "{'name':'After'}");

        assertThat(renamed.string("name")).isEqualTo("After");
        assertThat(renamed.string("webhook", "url")).isEqualTo(URL);
        assertThat(renamed.at("webhook", "secret").isNull()).isTrue();
    }

    @Test
    void sendersAreListedNewestFirstPageByPage() {
        Tenant tenant = stele().found("Many");
        List<String> made = new ArrayList<>(List.of(tenant.senderId()));
        IntStream.range(0, 4)
                .forEach(number -> made.addFirst(call(
                                "POST", "/v1/senders", tenant.zavu(), "{'name':'Sender " + number + "'}")
                        .string("id")));

        List<String> listed = new ArrayList<>();
        @Nullable String cursor = "";
        do {
            Answer page = call("GET", "/v1/senders?limit=2" + cursor, tenant.zavu(), null);
            listed.addAll(ids(page));
            JsonNode next = page.at("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.getStringValue();
        } while (cursor != null);

        assertThat(listed).isEqualTo(made);
    }

    @Test
    void aWebhookIsMadeWithTheSenderAndItsSecretIsShownOnce() {
        Answer created = create("{'name':'Told','webhookUrl':'" + URL + "','webhookEvents':['message.sent','message.read']}");

        assertThat(created.string("webhook", "secret")).matches("whsec_[0-9a-f]{64}");
        assertThat(created.string("webhook", "url")).isEqualTo(URL);
        assertThat(created.at("webhook", "events").values())
                .extracting(JsonNode::getStringValue)
                .containsExactly("message.sent", "message.read");
        assertThat(created.at("webhook", "active").getBooleanValue()).isTrue();
        assertThat(created.string("webhook", "signatureVersion")).isEqualTo("v2");
        assertThat(sender(created.string("id")).at("webhook", "secret").isNull()).isTrue();
        assertThat(get("/v1/senders?limit=100").text()).doesNotContain("whsec_");
    }

    /** As n8n's trigger does it (contract §5, failure mode 13). */
    @Test
    void aWebhookIsGivenMovedAndTakenAwayByChanges() {
        String id = created("{'name':'n8n'}");

        Answer given = patch(id, "{'webhookUrl':'" + URL + "','webhookEvents':['message.inbound'],'webhookActive':true}");
        Answer moved = patch(id, "{'webhookUrl':'" + URL + "/2'}");
        Answer taken = patch(id, "{'webhookUrl':null}");
        Answer again = patch(id, "{'webhookUrl':'" + URL + "'}");

        assertThat(given.status()).isEqualTo(200);
        assertThat(moved.string("webhook", "url")).isEqualTo(URL + "/2");
        assertThat(moved.at("webhook", "secret").isNull()).isTrue();
        assertThat(moved.at("webhook", "events", 0).getStringValue()).isEqualTo("message.inbound");
        assertThat(taken.at("webhook").isNull()).isTrue();
        assertThat(again.string("webhook", "secret")).isNotEqualTo(given.string("webhook", "secret"));
        assertThat(again.at("webhook", "events").size()).isZero();
    }

    @Test
    void ofTwoWhoGiveASenderItsWebhookAtOnceOneSeesTheOthers() throws InterruptedException {
        String id = created("{'name':'Twice'}");
        List<Answer> answers = new ArrayList<>();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    Answer answer = patch(id, "{'webhookUrl':'" + URL + "/" + number + "'}");
                    synchronized (answers) {
                        answers.add(answer);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().filter(answer -> answer.text().contains("whsec_"))).hasSize(1);
    }

    static Stream<Refused> refused() {
        return Stream.of(
                wrong("{}", "name"),
                wrong("{'name':' '}", "name"),
                wrong("{'name':7}", "name"),
                wrong("{'name':'" + "x".repeat(256) + "'}", "name"),
                wrong("{'name':'x','phoneNumber':'12'}", "phoneNumber"),
                wrong("{'name':'x','phoneNumber':'+4915211111111'}", "phoneNumber"),
                wrong("{'name':'x','phoneNumber':'$number'}", "phoneNumber"),
                wrong("{'name':'x','emailAddress':'nobody'}", "emailAddress"),
                wrong("{'name':'x','emailAddress':'nobody@example.com'}", "emailAddress"),
                wrong("{'name':'x','enableVoice':true}", "enableVoice"),
                url("http://receiver.example.com/hook"),
                url("ftp://receiver.example.com/hook"),
                url("receiver.example.com"),
                url("https://10.1.2.3/hook"),
                url("https://169.254.169.254/latest"),
                url("https://[::1]/hook"),
                url("http://127.0.0.1:8080/hook"),
                url("https://localhost/hook"),
                url("https://100.64.0.1/"),
                url("https://user:secret@receiver.example.com/"),
                url("https://receiver.example.com/#here"),
                url("https://receiver.example.com:99999/"),
                url(""),
                wrong("{'name':'x','webhookUrl':5}", "webhookUrl"),
                wrong("{'name':'x','webhookUrl':'" + URL + "','webhookEvents':['message.sent','message.eaten']}", "webhookEvents.1"),
                wrong("{'name':'x','webhookUrl':'" + URL + "','webhookEvents':[null]}", "webhookEvents.0"),
                wrong("{'name':'x','webhookUrl':'" + URL + "','webhookEvents':'message.sent'}", "webhookEvents"),
                wrong("{'name':'x','webhookUrl':'" + URL + "','webhookSignatureVersion':'v3'}", "webhookSignatureVersion"),
                state("POST", "/v1/senders", "{'name':'x','webhookEvents':['message.sent']}"),
                state("PATCH", "/v1/senders/$bare", "{'webhookActive':false}"),
                state("PATCH", "/v1/senders/$bare", "{'webhookSignatureVersion':'v1'}"),
                state("PATCH", "/v1/senders/$told", "{'webhookSignatureVersion':'v1'}"),
                state("POST", "/v1/senders/$bare/webhook/secret", null),
                state("DELETE", "/v1/senders/$default", null),
                new Refused("PATCH", "/v1/senders/$told", "{'webhookUrl':'http://10.0.0.1/'}", 400, Refused.INVALID, "webhookUrl"),
                new Refused("PATCH", "/v1/senders/$told", "{'webhookActive':'yes'}", 400, Refused.INVALID, "webhookActive"),
                new Refused("PATCH", "/v1/senders/$told", "{'name':''}", 400, Refused.INVALID, "name"),
                new Refused("PATCH", "/v1/senders/$told", "[]", 400, "invalid_json", null),
                new Refused("PATCH", "/v1/senders/$told", null, 400, "invalid_json", null),
                Refused.get("/v1/senders?limit=0", 400, Refused.INVALID, "limit"),
                Refused.get("/v1/senders?cursor=x", 400, Refused.INVALID, "cursor"),
                Refused.get("/v1/senders/nobody", 404, "not_found", null),
                Refused.get("/v1/senders/nobody/webhook/deliveries", 404, "not_found", null),
                Refused.get("/v1/senders/$told/webhook/deliveries/nothing", 404, "not_found", null),
                Refused.get("/v1/senders/$told/webhook/deliveries?cursor=x", 400, Refused.INVALID, "cursor"),
                new Refused("PATCH", "/v1/senders/nobody", "{'name':'x'}", 404, "not_found", null),
                new Refused("DELETE", "/v1/senders/nobody", null, 404, "not_found", null),
                notOffered("POST", "/v1/senders", "{'name':'x','enableSmsOneway':true}"),
                notOffered("POST", "/v1/senders", "{'name':'x','emailDomainId':'dom_1'}"),
                notOffered("POST", "/v1/senders", "{'name':'x','emailFromName':'Us'}"),
                notOffered("POST", "/v1/senders", "{'name':'x','emailReceivingEnabled':true}"),
                notOffered("PATCH", "/v1/senders/$told", "{'enableVoice':true}"),
                notOffered("PATCH", "/v1/senders/$told", "{'emailCatchAllEnabled':true}"),
                notOffered("PATCH", "/v1/senders/$told", "{'emailAddress':'other@example.com'}"),
                notOffered("GET", "/v1/senders/$told/profile", null),
                notOffered("PATCH", "/v1/senders/$told/profile", "{'about':'x'}"),
                notOffered("POST", "/v1/senders/$told/profile/picture", "{}"),
                notOffered("POST", "/v1/senders/$told/telegram", "{'botToken':'x'}"),
                notOffered("DELETE", "/v1/senders/$told/telegram", null),
                notOffered("GET", "/v1/senders/$told/whatsapp-sync", null));
    }

    private static Refused wrong(String body, String at) {
        return Refused.post("/v1/senders", body, 400, Refused.INVALID, at);
    }

    private static Refused url(String url) {
        return wrong("{'name':'x','webhookUrl':'" + url + "'}", "webhookUrl");
    }

    private static Refused state(String method, String path, @Nullable String body) {
        return new Refused(method, path, body, 400, "bad_request", null);
    }

    private static Refused notOffered(String method, String path, @Nullable String body) {
        return new Refused(method, path, body, 501, "not_implemented", null);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeIsRefusedAndChangesNothing(Refused refused) {
        String bare = created("{'name':'Bare'}");
        String told = created("{'name':'Told','webhookUrl':'" + URL + "'}");
        String before = get("/v1/senders?limit=100").text();

        Answer answer = call(
                refused.method(),
                refused.path().replace("$bare", bare).replace("$told", told).replace("$default", tenant().senderId()),
                tenant().zavu(),
                refused.body() == null ? null : refused.body().replace("$number", tenant().phoneNumber()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(refused.status());
        assertThat(answer.string("code")).isEqualTo(refused.code());
        if (refused.at() != null) {
            List<String> path = new ArrayList<>();
            answer.at("details", "errors", 0, "path").values().forEach(step -> path.add(step.coerceStringValue()));
            assertThat(String.join(".", path)).isEqualTo(refused.at());
        }
        assertThat(get("/v1/senders?limit=100").text()).isEqualTo(before);
        call("DELETE", "/v1/senders/" + bare, tenant().zavu(), null);
        call("DELETE", "/v1/senders/" + told, tenant().zavu(), null);
    }

    @Test
    void nobodyElseReachesASender() {
        String id = created("{'name':'Mine','webhookUrl':'" + URL + "'}");
        String path = "/v1/senders/" + id;

        for (String key : List.of(stele().other().zavu(), tenant().zavuTest())) {
            assertThat(call("GET", path, key, null).status()).isEqualTo(404);
            assertThat(call("PATCH", path, key, "{'webhookUrl':null}").status()).isEqualTo(404);
            assertThat(call("DELETE", path, key, null).status()).isEqualTo(404);
            assertThat(call("POST", path + "/webhook/secret", key, null).status()).isEqualTo(404);
        }
        for (String key : List.of(tenant().kapso(), tenant().chirpAdmin(), tenant().chirpApp(), "zv_live_unknown")) {
            assertThat(call("GET", path, key, null).status()).isEqualTo(401);
        }
        assertThat(sender(id).string("webhook", "url")).isEqualTo(URL);
    }
}
