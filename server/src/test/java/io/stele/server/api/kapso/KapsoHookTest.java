package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.server.Answer;
import io.stele.server.Receiver;
import io.stele.server.Tenant;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Base of the tests of what Kapso's webhooks are told. Each test has a project of its own. */
abstract class KapsoHookTest extends KapsoTest {

    static final String HOOKS = PLATFORM + "/webhooks";
    static final String DELIVERIES = "/platform/v1/webhook_deliveries";
    static final String SECRET = "kapso-test-secret-ü";
    static final String RECEIVED = "whatsapp.message.received";
    static final String SENT = "whatsapp.message.sent";
    static final String TEXT = "'type':'text','text':{'body':'Grüße, 你好 / <b>'}";
    static final String CUSTOMER = "+4915299999997";
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(1500);

    private Receiver receiver;

    @BeforeAll
    void startReceiver() {
        receiver = Receiver.start();
    }

    @AfterAll
    void stopReceiver() {
        receiver.close();
    }

    final Receiver receiver() {
        return receiver;
    }

    /** A project whose webhook tells the path. */
    record Told(Tenant tenant, String path, String id, String secret) {}

    /** A new project with a webhook of its number. */
    final Told told(String... events) {
        return told(stele().found("Told"), events);
    }

    final Told told(Tenant tenant, String... events) {
        return hooked(tenant, "'phone_number_id':'{own}','events':[" + quoted(events) + "]");
    }

    /** A webhook with these members beside a URL and a secret; {@code {own}} is the number's id. */
    final Told hooked(Tenant tenant, String members) {
        String path = Receiver.newPath();
        Answer made = call(
                tenant,
                "POST",
                HOOKS,
                "{'whatsapp_webhook':{'url':'%s','secret_key':'%s',%s}}"
                        .formatted(receiver.url(path), SECRET, members.replace("{own}", tenant.phoneNumberId())));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return new Told(tenant, path, made.string("data", "id"), made.string("data", "secret_key"));
    }

    /** A webhook that is told of incoming messages together, with these members beside. */
    final Told buffered(String members) {
        return hooked(
                stele().found("Told"),
                "'phone_number_id':'{own}','events':['" + RECEIVED + "'],'buffer_enabled':true,"
                        + "'buffer_events':['" + RECEIVED + "']," + members);
    }

    static String quoted(String... words) {
        return Arrays.stream(words).map(word -> "'" + word + "'").collect(Collectors.joining(","));
    }

    /** A request with the project's key; single quotes in the body are double ones. */
    final Answer call(Tenant tenant, String method, String path, @Nullable String json) {
        Map<String, String> headers = json == null
                ? Map.of("X-API-Key", tenant.kapso())
                : Map.of("X-API-Key", tenant.kapso(), "Content-Type", "application/json");
        return http().send(method, path, headers, json == null ? null : json.replace('\'', '"'));
    }

    final void write(Tenant tenant, String customer, String words) {
        stele().writeIn(
                        customer,
                        tenant,
                        "{'name':'Mara','type':'text','text':{'body':'%s'}}"
                                .formatted(words)
                                .replace('\'', '"'));
    }

    final Answer send(Tenant tenant, String to, String content) {
        Answer answer = call(
                tenant,
                "POST",
                "/meta/whatsapp/v24.0/" + tenant.phoneNumberId() + "/messages",
                "{'messaging_product':'whatsapp','to':'" + to + "'," + content + "}");
        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        return answer;
    }

    /** What came, at least so many. */
    final List<Receiver.Received> received(Told told, int count) {
        await().atMost(PATIENCE).until(() -> receiver.at(told.path()).size() >= count);
        return receiver.at(told.path());
    }

    final void nothingMoreComes(Told told, int count) {
        await().during(QUIET).atMost(PATIENCE).until(() -> receiver.at(told.path()).size() == count);
    }

    static String event(Receiver.Received delivery) {
        return delivery.header("X-Webhook-Event").orElse("");
    }

    /** The project's deliveries, as the API lists them. */
    final Answer list(Told told, String query) {
        Answer answer = call(told.tenant(), "GET", DELIVERIES + query, null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }
}
