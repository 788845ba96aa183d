package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.server.Answer;
import io.stele.server.Receiver;
import io.stele.server.RunningStele;
import io.stele.server.Tenant;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What webhooks of apps are told, and how that is shown and told again (contract §4.4, §6). Whoever is told has a project of its own. */
@Execution(ExecutionMode.CONCURRENT)
abstract class ChirpWebhookDeliveriesTest extends ChirpHookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(1500);
    private static final String[] ALL = {
        "messages.whatsapp.received", "messages.whatsapp.sent", "messages.whatsapp.delivered", "messages.whatsapp.read",
        "messages.whatsapp.failed", "contacts.whatsapp.created", "contacts.whatsapp.updated"
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

    /** An app whose webhook tells the path. */
    private record Told(Tenant tenant, String path, String id, String secret) {

        String deliveries() {
            return "/v1/webhooks/" + id + "/deliveries";
        }
    }

    private Told told(Tenant tenant, String... events) {
        String path = Receiver.newPath();
        String names = Arrays.stream(events).map(event -> "'" + event + "'").collect(Collectors.joining(","));
        Answer made = call(
                "POST",
                "/v1/webhooks",
                tenant.chirpApp(),
                "{'url':'%s','events':[%s],'headers':{'X-Hook-Token':'t-91'}}".formatted(receiver.url(path), names));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return new Told(tenant, path, made.string("id"), made.string("signingSecret"));
    }

    private List<Receiver.Received> received(Told told, int count) {
        await().atMost(PATIENCE).until(() -> receiver.at(told.path()).size() >= count);
        return receiver.at(told.path());
    }

    private void nothingMoreComes(Told told, int count) {
        await().during(QUIET).atMost(PATIENCE).until(() -> receiver.at(told.path()).size() == count);
    }

    private static List<String> events(List<Receiver.Received> deliveries) {
        return deliveries.stream()
                .map(delivery -> delivery.json().get("event").getStringValue())
                .toList();
    }

    private Answer text(Tenant tenant, String to) {
        Answer answer = call(
                "POST",
                "/v1/whatsapp/messages",
                tenant.chirpApp(),
                "{'from':'%s','to':'%s','type':'text','text':{'body':'Grüße'}}".formatted(tenant.phoneNumber(), to));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private void template(Tenant tenant, String to) {
        Answer answer = call(
                "POST",
                "/v1/whatsapp/messages",
                tenant.chirpApp(),
                "{'from':'%s','to':'%s','type':'template','template':{'name':'hello','language':'en'}}"
                        .formatted(tenant.phoneNumber(), to));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void write(Tenant tenant, String message) {
        stele().writeIn(Cause.CUSTOMER, tenant, message.replace('\'', '"'));
    }

    /** What can be brought about in the sandbox, and all that is told of it. */
    private record Cause(
            String name,
            BiConsumer<ChirpWebhookDeliveriesTest, Tenant> before,
            BiConsumer<ChirpWebhookDeliveriesTest, Tenant> act,
            List<String> events) {

        static final String CUSTOMER = "+4915299999998";

        static void hello(ChirpWebhookDeliveriesTest test, Tenant tenant) {
            test.write(tenant, "{'name':'Ana','type':'text','text':{'body':'Hello'}}");
        }

        static Cause of(String name, BiConsumer<ChirpWebhookDeliveriesTest, Tenant> act, String... events) {
            return new Cause(name, (_, _) -> {}, act, List.of(events));
        }

        static Cause afterHello(String name, BiConsumer<ChirpWebhookDeliveriesTest, Tenant> act, String... events) {
            return new Cause(name, Cause::hello, act, List.of(events));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Cause> causes() {
        return Stream.of(
                Cause.of(
                        "a customer writes for the first time",
                        Cause::hello,
                        "contacts.whatsapp.created",
                        "messages.whatsapp.received"),
                Cause.afterHello("a customer writes again", Cause::hello, "messages.whatsapp.received"),
                Cause.afterHello(
                        "a customer writes under another name",
                        (test, tenant) -> test.write(tenant, "{'name':'Ana R.','type':'text','text':{'body':'Hello'}}"),
                        "contacts.whatsapp.updated",
                        "messages.whatsapp.received"),
                Cause.afterHello(
                        "a text is read",
                        (test, tenant) -> test.text(tenant, Cause.CUSTOMER),
                        "messages.whatsapp.sent",
                        "messages.whatsapp.delivered",
                        "messages.whatsapp.read"),
                Cause.of(
                        "WhatsApp refuses",
                        (test, tenant) -> test.template(tenant, "+15005550002"),
                        "contacts.whatsapp.created",
                        "messages.whatsapp.failed"),
                Cause.of(
                        "what goes by SMS is not WhatsApp's",
                        (test, tenant) -> test.call(
                                "POST",
                                "/v1/messages",
                                tenant.zavu(),
                                "{'to':'" + RunningStele.newCustomer() + "','channel':'sms','text':'Hi'}")));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void whatHappensIsToldAndNothingElse(Cause cause) {
        Tenant tenant = stele().found("Told");
        cause.before().accept(this, tenant);
        Told told = told(tenant, ALL);

        cause.act().accept(this, tenant);

        List<Receiver.Received> deliveries = received(told, cause.events().size());
        nothingMoreComes(told, cause.events().size());
        assertThat(events(deliveries)).containsExactlyInAnyOrderElementsOf(cause.events());
        deliveries.forEach(delivery -> {
            ChirpDeliveryCheck.requireGenuine(delivery, told.secret());
            assertThat(delivery.header("X-Hook-Token")).hasValue("t-91");
            assertThat(delivery.json().get("data").get("app").get("id").getStringValue()).isEqualTo(app(tenant));
        });
        assertThat(deliveries.stream().map(delivery -> delivery.header("webhook-id"))).doesNotHaveDuplicates();
    }

    @Test
    void theStepsOfAMessageComeInOrderAndTellOfThatMessage() {
        Tenant tenant = stele().found("In order");
        Cause.hello(this, tenant);
        Told told = told(tenant, ALL);

        String id = text(tenant, Cause.CUSTOMER).string("id");

        List<Receiver.Received> deliveries = received(told, 3);
        assertThat(events(deliveries))
                .containsExactly("messages.whatsapp.sent", "messages.whatsapp.delivered", "messages.whatsapp.read");
        assertThat(deliveries.stream()
                        .map(delivery -> delivery.json().get("data").get("message").get("id").getStringValue()))
                .containsOnly(id);
    }

    @Test
    void eachWebhookOfAnAppIsToldWhatItAskedFor() {
        Tenant tenant = stele().found("Two");
        Cause.hello(this, tenant);
        Told one = told(tenant, "messages.whatsapp.sent");
        Told two = told(tenant, "messages.whatsapp.delivered");

        text(tenant, Cause.CUSTOMER);

        assertThat(events(received(one, 1))).containsExactly("messages.whatsapp.sent");
        assertThat(events(received(two, 1))).containsExactly("messages.whatsapp.delivered");
        nothingMoreComes(one, 1);
        nothingMoreComes(two, 1);
    }

    @Test
    void newHeadersReplaceTheOldOnesFromTheNextDeliveryOn() {
        Tenant tenant = stele().found("Headers");
        Cause.hello(this, tenant);
        Told told = told(tenant, "messages.whatsapp.received");
        call("PUT", "/v1/webhooks/" + told.id(), tenant.chirpApp(), "{'headers':{'Authorization':'Basic abc'}}");

        Cause.hello(this, tenant);

        Receiver.Received delivery = received(told, 1).getFirst();
        assertThat(delivery.header("Authorization")).hasValue("Basic abc");
        assertThat(delivery.header("X-Hook-Token")).isEmpty();
    }

    @Test
    void aWebhookThatIsRemovedIsToldNothing() {
        Tenant tenant = stele().found("Removed");
        Told told = told(tenant, ALL);
        call("DELETE", "/v1/webhooks/" + told.id(), tenant.chirpApp(), null);

        Cause.hello(this, tenant);

        nothingMoreComes(told, 0);
    }

    @Test
    void thePlaygroundTellsTheTestApp() {
        String path = Receiver.newPath();
        Answer made = call(
                "POST",
                "/v1/webhooks",
                tenant().chirpTest(),
                "{'url':'" + receiver.url(path) + "','events':['messages.whatsapp.received']}");
        Told told = new Told(tenant(), path, made.string("id"), made.string("signingSecret"));

        call(
                "POST",
                "/v1/playground/whatsapp/inbound",
                tenant().chirpTest(),
                "{'from':'" + RunningStele.newCustomer() + "','to':'+15550109999','text':'Is anybody there?'}");

        Receiver.Received delivery = received(told, 1).getFirst();
        ChirpDeliveryCheck.requireGenuine(delivery, told.secret());
        assertThat(delivery.json().get("data").get("message").get("text").getStringValue()).isEqualTo("Is anybody there?");
    }

    private Answer get(Told told, String path) {
        return call("GET", path, told.tenant().chirpApp(), null);
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void whatWasNotTakenIsShownAndCanBeSentAgain(Surface surface) {
        Tenant tenant = stele().found("Again");
        Told told = told(tenant, "messages.whatsapp.received");
        String key = key(surface, tenant);
        String deliveries = base(surface, tenant) + "/" + told.id() + "/deliveries";
        receiver.answer(told.path(), 503);
        Cause.hello(this, tenant);
        Receiver.Received first = received(told, 1).getFirst();
        await().atMost(PATIENCE)
                .until(() -> !call("GET", deliveries + "?status=PENDING", key, null)
                        .at("deliveries", 0, "responseStatus")
                        .isNull());

        Answer list = call("GET", deliveries, key, null);
        String path = deliveries + "/" + list.string("deliveries", 0, "id");
        Answer one = call("GET", path, key, null);
        receiver.answer(told.path(), 200);
        Answer again = call("POST", path + "/replay", key, null);

        assertThat(list.at("nextCursor").isNull()).isTrue();
        assertThat(one.string("webhookId")).isEqualTo(told.id());
        assertThat(first.header("webhook-id")).hasValue(one.string("eventId"));
        assertThat(one.string("event")).isEqualTo("messages.whatsapp.received");
        assertThat(one.at("payload")).isEqualTo(first.json());
        assertThat(one.at("attemptLog", 0, "responseStatus").getIntValue()).isEqualTo(503);
        assertThat(again.status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> call("GET", path, key, null).string("status").equals("DELIVERED"));
        Receiver.Received last = receiver.at(told.path()).getLast();
        assertThat(last.body()).isEqualTo(first.body());
        assertThat(last.header("webhook-id")).isEqualTo(first.header("webhook-id"));
        ChirpDeliveryCheck.requireGenuine(last, told.secret());
    }

    @Test
    void deliveriesAreListedNewestFirstPageByPageAndByTheirEvent() {
        Tenant tenant = stele().found("Pages");
        Cause.hello(this, tenant);
        Told told = told(tenant, ALL);
        text(tenant, Cause.CUSTOMER);
        received(told, 3);

        Answer first = get(told, told.deliveries() + "?limit=2");
        Answer second = get(told, told.deliveries() + "?limit=2&cursor=" + first.string("nextCursor"));

        assertThat(first.string("deliveries", 0, "event")).isEqualTo("messages.whatsapp.read");
        assertThat(second.at("deliveries").size()).isEqualTo(1);
        assertThat(second.string("deliveries", 0, "event")).isEqualTo("messages.whatsapp.sent");
        assertThat(second.at("nextCursor").isNull()).isTrue();
        assertThat(get(told, told.deliveries() + "?event=messages.whatsapp.sent").at("deliveries").size())
                .isEqualTo(1);
        for (String bad : List.of("status=LOST", "cursor=x", "limit=0")) {
            assertThat(get(told, told.deliveries() + "?" + bad).string("error", "param"))
                    .isEqualTo(bad.substring(0, bad.indexOf('=')));
        }
        assertThat(get(told, told.deliveries() + "/nothing").status()).isEqualTo(404);
    }
}
