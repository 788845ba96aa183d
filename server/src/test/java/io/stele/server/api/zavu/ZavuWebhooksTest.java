package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.server.Answer;
import io.stele.server.Receiver;
import io.stele.server.RunningStele;
import io.stele.server.Tenant;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sender's webhook is told, how it is signed, and how it is told again (contract §4). Each test has a project of its own. */
@Execution(ExecutionMode.CONCURRENT)
abstract class ZavuWebhooksTest extends ZavuTest {

    private static final Duration QUIET = Duration.ofMillis(1500);
    private static final String[] ALL = {
        "message.queued", "message.sent", "message.delivered", "message.read", "message.failed", "message.inbound",
        "message.reaction", "message.unsupported", "conversation.new"
    };

    private Receiver receiver;

    @BeforeAll
    void startReceiver() {
        receiver = Receiver.start();
    }

    @AfterAll
    void stopReceiver() {
        receiver.close();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    /** A project whose sender tells the path. */
    private record Told(Tenant tenant, String path, String secret) {}

    private Told told(String... events) {
        return told(stele().found("Told"), "v2", events);
    }

    private Told told(Tenant tenant, String version, String... events) {
        String path = Receiver.newPath();
        Answer answer = patch(
                tenant,
                "{'webhookUrl':'%s','webhookEvents':[%s],'webhookSignatureVersion':'%s'}"
                        .formatted(receiver.url(path), quoted(events), version));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Told(tenant, path, answer.string("webhook", "secret"));
    }

    private static String quoted(String... words) {
        return Arrays.stream(words).map(word -> "'" + word + "'").collect(Collectors.joining(","));
    }

    private Answer patch(Tenant tenant, String json) {
        return call("PATCH", "/v1/senders/" + tenant.senderId(), tenant.zavu(), json);
    }

    private Answer call(String method, String path, String key, @Nullable String json) {
        Map<String, String> headers = json == null
                ? Map.of("Authorization", "Bearer " + key)
                : Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json");
        return http().send(method, path, headers, json == null ? null : json.replace('\'', '"'));
    }

    private Answer sms(Tenant tenant, String to) {
        Answer answer = call(
                "POST", "/v1/messages", tenant.zavu(), "{'to':'" + to + "','channel':'sms','text':'Grüße, 你好 / <b>'}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer;
    }

    private void write(Tenant tenant, String customer, String message) {
        stele().writeIn(customer, tenant, message.replace('\'', '"'));
    }

    private List<Receiver.Received> received(Told told, int count) {
        await().atMost(PATIENCE).until(() -> receiver.at(told.path()).size() >= count);
        return receiver.at(told.path());
    }

    private static List<String> types(List<Receiver.Received> deliveries) {
        return deliveries.stream()
                .map(delivery -> delivery.json().get("type").getStringValue())
                .toList();
    }

    /** What can be brought about in the sandbox, and all that is told of it, in order. */
    private record Cause(String name, BiConsumer<ZavuWebhooksTest, Tenant> before, BiConsumer<ZavuWebhooksTest, Tenant> act, List<String> events) {

        static final String CUSTOMER = "+4915299999999";

        Cause(String name, BiConsumer<ZavuWebhooksTest, Tenant> act, String... events) {
            this(name, (_, _) -> {}, act, List.of(events));
        }

        static Cause afterHello(String name, BiConsumer<ZavuWebhooksTest, Tenant> act, String... events) {
            return new Cause(name, Cause::hello, act, List.of(events));
        }

        static void hello(ZavuWebhooksTest test, Tenant tenant) {
            test.write(tenant, CUSTOMER, "{'type':'text','text':{'body':'Hello'}}");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Cause> causes() {
        return Stream.of(
                new Cause("a customer writes for the first time", Cause::hello, "conversation.new", "message.inbound"),
                Cause.afterHello("a customer writes again", Cause::hello, "message.inbound"),
                Cause.afterHello(
                        "a customer reacts",
                        (test, tenant) -> test.write(
                                tenant,
                                Cause.CUSTOMER,
                                "{'type':'reaction','reaction':{'message_id':'wamid.x','emoji':'👍'}}"),
                        "message.inbound",
                        "message.reaction"),
                Cause.afterHello(
                        "a customer sends what nobody knows",
                        (test, tenant) -> test.write(
                                tenant, Cause.CUSTOMER, "{'type':'unsupported','errors':[{'code':131051,'title':'Unknown'}]}"),
                        "message.unsupported"),
                Cause.afterHello(
                        "WhatsApp brings a text",
                        (test, tenant) -> test.call(
                                "POST",
                                "/v1/messages",
                                tenant.zavu(),
                                "{'to':'" + Cause.CUSTOMER + "','channel':'whatsapp','text':'Hi'}"),
                        "message.queued",
                        "message.sent",
                        "message.delivered",
                        "message.read"),
                new Cause(
                        "an SMS arrives",
                        (test, tenant) -> test.sms(tenant, RunningStele.newCustomer()),
                        "message.queued",
                        "message.sent",
                        "message.delivered"),
                new Cause(
                        "a provider refuses", (test, tenant) -> test.sms(tenant, "+15005550001"), "message.queued", "message.failed"),
                new Cause(
                        "a message fails later",
                        (test, tenant) -> test.sms(tenant, "+15005550003"),
                        "message.queued",
                        "message.sent",
                        "message.failed"));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void whatHappensIsToldAndNothingElse(Cause cause) {
        Tenant tenant = stele().found("Told");
        cause.before().accept(this, tenant);
        Told told = told(tenant, "v2", ALL);

        cause.act().accept(this, tenant);

        List<Receiver.Received> deliveries = received(told, cause.events().size());
        assertThat(types(deliveries)).isEqualTo(cause.events());
        deliveries.forEach(delivery -> ZavuDeliveryCheck.requireGenuine(delivery, told.secret(), "v2"));
        deliveries.forEach(delivery -> assertThat(delivery.json().get("senderId").getStringValue())
                .isEqualTo(tenant.senderId()));
        assertThat(deliveries.stream().map(delivery -> delivery.json().get("id").getStringValue()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("evt_"));
        nothingMoreComes(told, cause.events().size());
    }

    private void nothingMoreComes(Told told, int count) {
        await().during(QUIET).atMost(PATIENCE).until(() -> receiver.at(told.path()).size() == count);
    }

    @Test
    void anEventTellsOfTheMessageThatTheApiShows() {
        Told told = told("message.delivered");
        Answer sent = sms(told.tenant(), RunningStele.newCustomer());

        Receiver.Received delivery = received(told, 1).getFirst();

        assertThat(delivery.json().get("data").get("messageId").getStringValue()).isEqualTo(sent.string("message", "id"));
        assertThat(delivery.json().get("data").get("to").getStringValue()).isEqualTo(sent.string("message", "to"));
        assertThat(delivery.json().get("data").get("channel").getStringValue()).isEqualTo("sms");
    }

    @Test
    void onlyWhatWasAskedForIsTold() {
        Told told = told("message.sent");
        sms(told.tenant(), RunningStele.newCustomer());
        sms(told.tenant(), RunningStele.newCustomer());

        assertThat(types(received(told, 2))).containsExactly("message.sent", "message.sent");
        nothingMoreComes(told, 2);
    }

    @Test
    void testMessagesAreNotToldToTheLiveSender() {
        Told told = told(ALL);

        call(
                "POST",
                "/v1/messages",
                told.tenant().zavuTest(),
                "{'to':'" + RunningStele.newCustomer() + "','channel':'sms','text':'Hi'}");

        nothingMoreComes(told, 0);
    }

    @Test
    void whatAnotherSenderDoesIsNotTold() {
        Tenant tenant = stele().found("Two senders");
        String path = Receiver.newPath();
        Answer other = call(
                "POST",
                "/v1/senders",
                tenant.zavu(),
                "{'name':'Other','webhookUrl':'%s','webhookEvents':[%s]}".formatted(receiver.url(path), quoted(ALL)));
        Told unconcerned = new Told(tenant, path, other.string("webhook", "secret"));

        sms(tenant, RunningStele.newCustomer());

        nothingMoreComes(unconcerned, 0);
    }

    @ParameterizedTest
    @CsvSource({"v1,v1", "v2,v2", "v1+v2,v1 v2"})
    void aDeliveryIsSignedAsTheWebhookWants(String version, String signatures) {
        Told told = told(stele().found("Signed"), version, "message.queued");

        sms(told.tenant(), RunningStele.newCustomer());

        ZavuDeliveryCheck.requireGenuine(received(told, 1).getFirst(), told.secret(), signatures.split(" "));
    }

    @Test
    void aSignatureIsUpgradedByWayOfBoth() {
        Told told = told(stele().found("Upgraded"), "v1", "message.queued");
        sms(told.tenant(), RunningStele.newCustomer());
        received(told, 1);

        assertThat(patch(told.tenant(), "{'webhookSignatureVersion':'v2'}").status()).isEqualTo(400);
        assertThat(patch(told.tenant(), "{'webhookSignatureVersion':'v1+v2'}").string("webhook", "signatureVersion"))
                .isEqualTo("v1+v2");
        sms(told.tenant(), RunningStele.newCustomer());
        received(told, 2);
        assertThat(patch(told.tenant(), "{'webhookSignatureVersion':'v2'}").status()).isEqualTo(200);
        sms(told.tenant(), RunningStele.newCustomer());

        List<Receiver.Received> deliveries = received(told, 3);
        ZavuDeliveryCheck.requireGenuine(deliveries.get(0), told.secret(), "v1");
        ZavuDeliveryCheck.requireGenuine(deliveries.get(1), told.secret(), "v1", "v2");
        ZavuDeliveryCheck.requireGenuine(deliveries.get(2), told.secret(), "v2");
    }

    @Test
    void afterARotationTheOldSecretIsDead() {
        Told told = told("message.queued");

        String secret = call(
                        "POST",
                        "/v1/senders/" + told.tenant().senderId() + "/webhook/secret",
                        told.tenant().zavu(),
                        null)
                .string("secret");
        sms(told.tenant(), RunningStele.newCustomer());

        Receiver.Received delivery = received(told, 1).getFirst();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(told.secret());
        ZavuDeliveryCheck.requireGenuine(delivery, secret, "v2");
        assertThat(ZavuDeliveryCheck.isSignedWith(delivery, told.secret())).isFalse();
    }

    @Test
    void whileItIsNotActiveNothingIsTold() {
        Told told = told("message.queued");
        patch(told.tenant(), "{'webhookActive':false}");
        sms(told.tenant(), RunningStele.newCustomer());
        nothingMoreComes(told, 0);

        patch(told.tenant(), "{'webhookActive':true}");
        String after = sms(told.tenant(), RunningStele.newCustomer()).string("message", "id");

        assertThat(received(told, 1).getFirst().json().get("data").get("messageId").getStringValue()).isEqualTo(after);
        nothingMoreComes(told, 1);
    }

    @Test
    void aWebhookThatIsRemovedIsToldNothing() {
        Told told = told("message.queued");

        Answer removed = patch(told.tenant(), "{'webhookUrl':null,'webhookActive':false,'webhookEvents':[]}");
        sms(told.tenant(), RunningStele.newCustomer());

        assertThat(removed.at("webhook").isNull()).isTrue();
        nothingMoreComes(told, 0);
    }

    @Test
    void aReceiverThatIsGoneMakesTheWebhookInactive() {
        Told told = told("message.queued");
        receiver.answer(told.path(), 410);

        sms(told.tenant(), RunningStele.newCustomer());

        received(told, 1);
        await().atMost(PATIENCE)
                .until(() -> !call("GET", "/v1/senders/" + told.tenant().senderId(), told.tenant().zavu(), null)
                        .at("webhook", "active")
                        .getBooleanValue());
    }

    private String deliveries(Told told) {
        return "/v1/senders/" + told.tenant().senderId() + "/webhook/deliveries";
    }

    private Answer get(Told told, String path) {
        return call("GET", path, told.tenant().zavu(), null);
    }

    @Test
    void aDeliveryThatWasNotTakenWaitsAndIsShownWithWhatWasAnswered() {
        Told told = told("message.queued");
        receiver.answer(told.path(), 500);
        sms(told.tenant(), RunningStele.newCustomer());
        Receiver.Received tried = received(told, 1).getFirst();
        await().atMost(PATIENCE)
                .until(() -> !get(told, deliveries(told) + "?status=pending")
                        .at("items", 0, "responseStatus")
                        .isNull());

        Answer list = get(told, deliveries(told));
        Answer one = get(told, deliveries(told) + "/" + list.string("items", 0, "id"));

        assertThat(list.at("items").size()).isEqualTo(1);
        assertThat(list.at("items", 0, "payload").isNull()).isTrue();
        assertThat(one.string("eventId")).isEqualTo(tried.json().get("id").getStringValue());
        assertThat(one.string("type")).isEqualTo("message.queued");
        assertThat(one.string("status")).isEqualTo("pending");
        assertThat(one.at("attempts").getIntValue()).isEqualTo(1);
        assertThat(one.string("nextAttemptAt")).isGreaterThan(one.string("lastAttemptAt"));
        assertThat(one.at("payload")).isEqualTo(tried.json());
        assertThat(one.at("attemptLog", 0, "responseStatus").getIntValue()).isEqualTo(500);
        assertThat(one.string("attemptLog", 0, "response")).isEqualTo("noted");
    }

    @Test
    void aReplayIsTheSameToTheByteAndSignedAnew() {
        Told told = told("message.queued");
        sms(told.tenant(), RunningStele.newCustomer());
        Receiver.Received first = received(told, 1).getFirst();
        await().atMost(PATIENCE)
                .until(() -> get(told, deliveries(told) + "?status=delivered").at("items").size() == 1);
        String id = get(told, deliveries(told)).string("items", 0, "id");

        Answer replayed = call("POST", deliveries(told) + "/" + id + "/replay", told.tenant().zavu(), null);

        assertThat(replayed.status()).isEqualTo(202);
        assertThat(replayed.string("id")).isEqualTo(id);
        Receiver.Received second = received(told, 2).get(1);
        assertThat(second.body()).isEqualTo(first.body());
        ZavuDeliveryCheck.requireGenuine(second, told.secret(), "v2");
        await().atMost(PATIENCE)
                .until(() -> get(told, deliveries(told) + "/" + id).at("attemptLog").size() == 2);
    }

    @Test
    void deliveriesAreListedNewestFirstPageByPageAndByTheirEvent() {
        Told told = told("message.queued", "message.sent");
        sms(told.tenant(), RunningStele.newCustomer());
        received(told, 2);

        Answer first = get(told, deliveries(told) + "?limit=1");
        Answer second = get(told, deliveries(told) + "?limit=1&cursor=" + first.string("nextCursor"));

        assertThat(first.string("items", 0, "type")).isEqualTo("message.sent");
        assertThat(second.string("items", 0, "type")).isEqualTo("message.queued");
        assertThat(second.at("nextCursor").isNull()).isTrue();
        assertThat(ids(get(told, deliveries(told) + "?event=message.queued"))).containsExactly(second.string("items", 0, "id"));
        assertThat(get(told, deliveries(told) + "?status=lost").status()).isEqualTo(400);
    }

    @Test
    void nobodyElseSeesWhatASenderIsTold() {
        Told told = told("message.queued");
        sms(told.tenant(), RunningStele.newCustomer());
        received(told, 1);
        String own = deliveries(told) + "/" + get(told, deliveries(told)).string("items", 0, "id");
        Told other = told("message.queued");
        String throughOther = deliveries(other) + own.substring(own.lastIndexOf('/'));

        assertThat(call("GET", deliveries(told), other.tenant().zavu(), null).status()).isEqualTo(404);
        assertThat(call("GET", own, other.tenant().zavu(), null).status()).isEqualTo(404);
        assertThat(call("POST", own + "/replay", other.tenant().zavu(), null).status()).isEqualTo(404);
        assertThat(call("GET", throughOther, other.tenant().zavu(), null).status()).isEqualTo(404);
        assertThat(call("POST", throughOther + "/replay", other.tenant().zavu(), null).status()).isEqualTo(404);
        assertThat(call("GET", own, told.tenant().zavuTest(), null).status()).isEqualTo(404);
        nothingMoreComes(told, 1);
    }
}
