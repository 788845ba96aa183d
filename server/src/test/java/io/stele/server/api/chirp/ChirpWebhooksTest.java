package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.server.Answer;
import io.stele.server.Receiver;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Webhooks of apps, through either family of paths, and what they are told (contract §3.9, §4.4, §6). */
abstract class ChirpWebhooksTest extends SteleServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(1500);
    private static final String URL = "https://receiver.example.com/hook";
    private static final String SENT = "'events':['messages.whatsapp.sent']";
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

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    /** By which paths, and so with which key, an app's webhooks are reached. */
    enum Surface {
        APP,
        ORGANIZATION
    }

    private String base(Surface surface, Tenant tenant) {
        return surface == Surface.APP ? "/v1/webhooks" : "/v1/organization/apps/" + app(tenant) + "/webhooks";
    }

    private static String key(Surface surface, Tenant tenant) {
        return surface == Surface.APP ? tenant.chirpApp() : tenant.chirpAdmin();
    }

    private String app(Tenant tenant) {
        return http().get("/v1/organization/whatsapp/phone-numbers", tenant.chirpAdmin())
                .string("phoneNumbers", 0, "apps", 0, "appId");
    }

    private Answer call(String method, String path, String key, @Nullable String json) {
        Map<String, String> headers = json == null
                ? Map.of("Authorization", "Bearer " + key)
                : Map.of("Authorization", "Bearer " + key, "Content-Type", "application/json");
        return http().send(method, path, headers, json == null ? null : json.replace('\'', '"'));
    }

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
            BiConsumer<ChirpWebhooksTest, Tenant> before,
            BiConsumer<ChirpWebhooksTest, Tenant> act,
            List<String> events) {

        static final String CUSTOMER = "+4915299999998";

        static void hello(ChirpWebhooksTest test, Tenant tenant) {
            test.write(tenant, "{'name':'Ana','type':'text','text':{'body':'Hello'}}");
        }

        static Cause of(String name, BiConsumer<ChirpWebhooksTest, Tenant> act, String... events) {
            return new Cause(name, (_, _) -> {}, act, List.of(events));
        }

        static Cause afterHello(String name, BiConsumer<ChirpWebhooksTest, Tenant> act, String... events) {
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
