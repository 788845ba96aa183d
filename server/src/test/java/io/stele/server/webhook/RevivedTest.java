package io.stele.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.server.Answer;
import io.stele.server.Receiver;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import io.stele.server.store.sql.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A webhook whose receiver wanted nothing any more, and answered 410, is told again when its owner says so. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class RevivedTest extends SteleServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(1500);

    private final Receiver receiver = Receiver.start();

    /** One API's webhook: how it is made, at this URL, and how it is told again. */
    private interface Language {
        Hook make(RevivedTest test, Tenant tenant, String url);
    }

    private record Hook(Runnable revival) {}

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    @AfterAll
    void stopReceiver() {
        receiver.close();
    }

    private Answer call(String method, String path, String header, String value, String json) {
        Answer answer = http().send(method, path, Map.of(header, value, "Content-Type", "application/json"), json.replace('\'', '"'));
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    static Stream<Arguments> languages() {
        return Stream.of(
                language("Zavu", (test, tenant, url) -> {
                    String path = "/v1/senders/" + tenant.senderId();
                    String bearer = "Bearer " + tenant.zavu();
                    test.call("PATCH", path, "Authorization", bearer, "{'webhookUrl':'" + url + "','webhookEvents':['message.inbound']}");
                    return new Hook(() -> test.call("PATCH", path, "Authorization", bearer, "{'webhookActive':true}"));
                }),
                language("Kapso", (test, tenant, url) -> {
                    String hooks = "/platform/v1/whatsapp/webhooks";
                    String id = test.call("POST", hooks, "X-API-Key", tenant.kapso(), ("{'whatsapp_webhook':{'url':'%s',"
                                            + "'secret_key':'s','phone_number_id':'%s','events':['whatsapp.message.received']}}")
                                    .formatted(url, tenant.phoneNumberId()))
                            .string("data", "id");
                    return new Hook(() -> test.call(
                            "PATCH", hooks + "/" + id, "X-API-Key", tenant.kapso(), "{'whatsapp_webhook':{'active':true}}"));
                }),
                language("Chirp, by a change to what it was", (test, tenant, url) -> {
                    String bearer = "Bearer " + tenant.chirpApp();
                    String id = chirp(test, tenant, url);
                    return new Hook(() -> test.call("PUT", "/v1/webhooks/" + id, "Authorization", bearer, "{'url':'" + url + "'}"));
                }),
                language("Chirp, by a change of nothing", (test, tenant, url) -> {
                    String bearer = "Bearer " + tenant.chirpApp();
                    String id = chirp(test, tenant, url);
                    return new Hook(() -> test.call("PUT", "/v1/webhooks/" + id, "Authorization", bearer, "{}"));
                }));
    }

    private static String chirp(RevivedTest test, Tenant tenant, String url) {
        return test.call("POST", "/v1/webhooks", "Authorization", "Bearer " + tenant.chirpApp(),
                        "{'url':'" + url + "','events':['messages.whatsapp.received']}")
                .string("id");
    }

    private static Arguments language(String name, Language language) {
        return Arguments.of(name, language);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("languages")
    void anOwnerCanHaveItToldAgain(String name, Language language) {
        Tenant tenant = stele().found("Revived");
        String path = Receiver.newPath();
        Hook hook = language.make(this, tenant, receiver.url(path));
        receiver.answer(path, 410);
        write(tenant);
        awaitReceived(path, 1);
        Database database = stele().server().context().getBean(Database.class);
        await().atMost(PATIENCE).until(() -> database.read(session -> session.list(
                                row -> row.truth("active"), "select active from webhook where url = ?", receiver.url(path)))
                        .equals(List.of(false)));
        receiver.answer(path, 200);
        write(tenant);
        await().during(QUIET).atMost(PATIENCE).until(() -> receiver.at(path).size() == 1);

        hook.revival().run();
        write(tenant);

        awaitReceived(path, 2);
    }

    private void write(Tenant tenant) {
        stele().writeIn(RunningStele.newCustomer(), tenant, "{\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
    }

    private void awaitReceived(String path, int count) {
        await().atMost(PATIENCE).until(() -> receiver.at(path).size() == count);
    }
}
