package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.channel.NumberLookup;
import io.stele.server.Answer;
import io.stele.server.Receiver;
import io.stele.server.RunningStele;
import io.stele.server.Tenant;
import io.stele.server.store.sql.Database;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What webhooks are told of, and how it is signed (contract §4), on a whole server with a receiver of its own. */
@Execution(ExecutionMode.CONCURRENT)
abstract class KapsoWebhookEventsTest extends KapsoHookTest {

    private static final String DELIVERED = "whatsapp.message.delivered";
    private static final String READ = "whatsapp.message.read";
    private static final String FAILED = "whatsapp.message.failed";
    private static final String CREATED = "whatsapp.conversation.created";
    private static final String ENDED = "whatsapp.conversation.ended";
    private static final String INACTIVE = "whatsapp.conversation.inactive";
    private static final String[] ALL = {
        RECEIVED, SENT, DELIVERED, READ, FAILED, CREATED, ENDED, INACTIVE, "whatsapp.contact.identity_changed",
        "whatsapp.contact.marketing_preference_changed"
    };
    private static final String TEMPLATE = "'type':'template','template':{'name':'hello','language':{'code':'en'}}";

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    @BeforeAll
    void knowNumbers() {
        stele().server().context().registerSingleton(NumberLookup.class, new FakeLookup());
    }

    /** What can be brought about in the sandbox, and all that is told of it. */
    private record Cause(
            String name,
            BiConsumer<KapsoWebhookEventsTest, Tenant> before,
            BiConsumer<KapsoWebhookEventsTest, Tenant> act,
            List<String> events) {

        static Cause of(String name, BiConsumer<KapsoWebhookEventsTest, Tenant> act, String... events) {
            return new Cause(name, (_, _) -> {}, act, List.of(events));
        }

        static Cause afterHello(String name, BiConsumer<KapsoWebhookEventsTest, Tenant> act, String... events) {
            return new Cause(name, Cause::hello, act, List.of(events));
        }

        static void hello(KapsoWebhookEventsTest test, Tenant tenant) {
            test.write(tenant, CUSTOMER, "Hello");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Cause> causes() {
        return Stream.of(
                Cause.of("a customer writes for the first time", Cause::hello, CREATED, RECEIVED),
                Cause.afterHello("a customer writes again", Cause::hello, RECEIVED),
                Cause.afterHello(
                        "a text is read", (test, tenant) -> test.send(tenant, CUSTOMER, TEXT), SENT, DELIVERED, READ),
                Cause.of(
                        "a template is not read",
                        (test, tenant) -> test.send(tenant, "+15005550012", TEMPLATE),
                        CREATED,
                        SENT,
                        DELIVERED),
                Cause.of(
                        "WhatsApp refuses",
                        (test, tenant) -> test.send(tenant, "+15005550002", TEMPLATE),
                        CREATED,
                        FAILED),
                Cause.of(
                        "a message fails later",
                        (test, tenant) -> test.send(tenant, "+15005550003", TEMPLATE),
                        CREATED,
                        SENT,
                        FAILED),
                Cause.afterHello(
                        "a conversation is ended",
                        (test, tenant) -> test.endConversation(tenant),
                        ENDED),
                Cause.afterHello(
                        "a customer stops marketing",
                        (test, tenant) -> test.write(tenant, CUSTOMER, "STOP"),
                        RECEIVED,
                        "whatsapp.contact.marketing_preference_changed"),
                Cause.of(
                        "what goes by SMS is not WhatsApp's",
                        (test, tenant) -> test.http()
                                .post(
                                        "/v1/messages",
                                        tenant.zavu(),
                                        "{\"to\":\"" + RunningStele.newCustomer() + "\",\"channel\":\"sms\",\"text\":\"Hi\"}")));
    }

    private void endConversation(Tenant tenant) {
        String id = call(tenant, "GET", PLATFORM + "/conversations", null).string("data", 0, "id");
        Answer ended = call(
                tenant, "PATCH", PLATFORM + "/conversations/" + id, "{'whatsapp_conversation':{'status':'ended'}}");
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
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
        assertThat(deliveries.stream().map(KapsoHookTest::event))
                .containsExactlyInAnyOrderElementsOf(cause.events());
        deliveries.forEach(delivery -> {
            KapsoDeliveryCheck.requireGenuine(delivery, SECRET);
            assertThat(delivery.header("X-Webhook-Batch")).isEmpty();
            assertThat(delivery.json().get("phone_number_id").getStringValue()).isEqualTo(tenant.phoneNumberId());
        });
        assertThat(deliveries.stream().map(delivery -> delivery.header("X-Idempotency-Key")))
                .doesNotHaveDuplicates();
    }

    @Test
    void anEventTellsOfTheMessageThatTheApiShows() {
        Told told = told(DELIVERED);
        write(told.tenant(), CUSTOMER, "Hello");
        Answer sent = send(told.tenant(), CUSTOMER, TEXT);

        Receiver.Received delivery = received(told, 1).getFirst();

        assertThat(delivery.json().get("message").get("id").getStringValue()).isEqualTo(sent.string("messages", 0, "id"));
        assertThat(delivery.json().get("message").get("text").get("body").getStringValue()).isEqualTo("Grüße, 你好 / <b>");
        assertThat(delivery.json().get("conversation").get("phone_number").getStringValue())
                .isEqualTo(CUSTOMER.substring(1));
    }

    @Test
    void aSilenceIsToldOnce() {
        Told told = hooked(
                stele().found("Told"),
                "'phone_number_id':'{own}','events':['" + INACTIVE + "'],'inactivity_minutes':7");
        write(told.tenant(), CUSTOMER, "Hello");
        letTimePass(told);

        Receiver.Received delivery = received(told, 1).getFirst();

        KapsoDeliveryCheck.requireGenuine(delivery, SECRET);
        assertThat(event(delivery)).isEqualTo(INACTIVE);
        assertThat(delivery.json().get("inactivity").get("minutes").getIntValue()).isEqualTo(7);
        assertThat(delivery.json().get("since_message").get("direction").getStringValue()).isEqualTo("inbound");
        nothingMoreComes(told, 1);
    }

    /** Makes the time over of what this webhook watches for, as soon as it does. */
    private void letTimePass(Told told) {
        Database database = stele().server().context().getBean(Database.class);
        await().atMost(PATIENCE)
                .until(() -> database.write(session -> session.update(
                                "update webhook_silence set due_at = since"
                                        + " where webhook_id in (select id from webhook where url = ?)",
                                receiver().url(told.path())))
                        > 0);
    }

    @Test
    void onlyWhatWasAskedForIsTold() {
        Told told = told(SENT);
        write(told.tenant(), CUSTOMER, "Hello");
        send(told.tenant(), CUSTOMER, TEXT);
        send(told.tenant(), CUSTOMER, TEXT);

        assertThat(received(told, 2).stream().map(KapsoHookTest::event)).containsExactly(SENT, SENT);
        nothingMoreComes(told, 2);
    }

    @Test
    void theProjectIsToldOfItsNumbers() {
        Tenant tenant = stele().found("Told");
        Told told = hooked(
                tenant,
                "'events':['whatsapp.phone_number.created','whatsapp.phone_number.deleted','whatsapp.account.disabled']");
        String customer = call(tenant, "POST", "/platform/v1/customers", "{'customer':{'name':'Bakery'}}").string("data", "id");
        Answer connected = call(
                tenant,
                "POST",
                "/platform/v1/customers/" + customer + "/whatsapp/phone_numbers",
                "{'whatsapp_phone_number':{'name':'Support','phone_number_id':'7100001234','business_account_id':'80001',"
                        + "'access_token':'" + FakeLookup.GOOD + "1'}}");
        assertThat(connected.status()).as(connected.text()).isEqualTo(201);
        call(tenant, "DELETE", PLATFORM + "/phone_numbers/7100001234", null);

        List<Receiver.Received> deliveries = received(told, 2);

        assertThat(deliveries.stream().map(KapsoHookTest::event))
                .containsExactlyInAnyOrder("whatsapp.phone_number.created", "whatsapp.phone_number.deleted");
        deliveries.forEach(delivery -> {
            KapsoDeliveryCheck.requireGenuine(delivery, SECRET);
            assertThat(delivery.json().get("phone_number_id").getStringValue()).isEqualTo("7100001234");
        });
        write(tenant, CUSTOMER, "Hello");
        nothingMoreComes(told, 2);
    }

    @Test
    void customHeadersAreSentAlongAndNeverInsteadOfOurs() {
        Told told = hooked(
                stele().found("Told"),
                "'phone_number_id':'{own}','events':['" + RECEIVED
                        + "'],'headers':{'X-Hook-Token':'t-91','x-webhook-signature':'forged'}");

        write(told.tenant(), CUSTOMER, "Hello");

        Receiver.Received delivery = received(told, 1).getFirst();
        assertThat(delivery.header("X-Hook-Token")).hasValue("t-91");
        KapsoDeliveryCheck.requireGenuine(delivery, SECRET);
    }

    @Test
    void messagesOfAConversationAreToldTogether() {
        Told told = buffered("'buffer_window_seconds':60,'max_buffer_size':3");

        IntStream.rangeClosed(1, 3).forEach(number -> write(told.tenant(), CUSTOMER, "n" + number));

        Receiver.Received batch = received(told, 1).getFirst();
        KapsoDeliveryCheck.requireGenuine(batch, SECRET);
        assertThat(event(batch)).isEqualTo(RECEIVED);
        assertThat(batch.header("X-Webhook-Batch")).hasValue("true");
        assertThat(batch.header("X-Batch-Size")).hasValue("3");
        assertThat(batch.json().get("batch").getBooleanValue()).isTrue();
        assertThat(batch.json().get("batch_info").get("size").getIntValue()).isEqualTo(3);
        assertThat(batch.json().get("batch_info").get("window_ms").getIntValue()).isEqualTo(60_000);
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> batch.json().get("data").get(i).get("message").get("text").get("body").getStringValue()))
                .containsExactly("n1", "n2", "n3");
        nothingMoreComes(told, 1);
        assertThat(list(told, "").at("data").size()).isEqualTo(1);
    }

    @Test
    void aSingleMessageIsABatchToo() {
        Told told = buffered("'buffer_window_seconds':1,'max_buffer_size':50");

        write(told.tenant(), CUSTOMER, "n1");

        Receiver.Received batch = received(told, 1).getFirst();
        assertThat(batch.header("X-Batch-Size")).hasValue("1");
        assertThat(batch.json().get("data").size()).isEqualTo(1);
        KapsoDeliveryCheck.requireGenuine(batch, SECRET);
    }

    @Test
    void oneOfTheKindMetaIsToldInMetasForm() {
        Told told = hooked(stele().found("Told"), "'phone_number_id':'{own}','kind':'meta'");
        write(told.tenant(), CUSTOMER, "Hello");
        received(told, 1);
        String sent = send(told.tenant(), CUSTOMER, TEXT).string("messages", 0, "id");

        List<Receiver.Received> deliveries = received(told, 4);

        deliveries.forEach(delivery -> KapsoDeliveryCheck.requireGenuineOfMeta(delivery, SECRET));
        List<JsonNode> values = deliveries.stream()
                .map(delivery -> delivery.json().get("entry").get(0).get("changes").get(0).get("value"))
                .toList();
        assertThat(values.getFirst().get("messages").get(0).get("text").get("body").getStringValue()).isEqualTo("Hello");
        assertThat(values.stream().skip(1).map(value -> value.get("statuses").get(0).get("id").getStringValue()))
                .containsOnly(sent);
        assertThat(values.stream().skip(1).map(value -> value.get("statuses").get(0).get("status").getStringValue()))
                .containsExactlyInAnyOrder("sent", "delivered", "read");
        nothingMoreComes(told, 4);
    }

    @Test
    void whileItIsNotActiveNothingIsTold() {
        Told told = told(RECEIVED);
        call(told.tenant(), "PATCH", HOOKS + "/" + told.id(), "{'whatsapp_webhook':{'active':false}}");
        write(told.tenant(), CUSTOMER, "Before");
        nothingMoreComes(told, 0);

        call(told.tenant(), "PATCH", HOOKS + "/" + told.id(), "{'whatsapp_webhook':{'active':true}}");
        write(told.tenant(), CUSTOMER, "After");

        assertThat(received(told, 1).getFirst().json().get("message").get("text").get("body").getStringValue())
                .isEqualTo("After");
        nothingMoreComes(told, 1);
    }

    @Test
    void aWebhookThatIsRemovedIsToldNothing() {
        Told told = told(RECEIVED);
        call(told.tenant(), "DELETE", HOOKS + "/" + told.id(), null);

        write(told.tenant(), CUSTOMER, "Hello");

        nothingMoreComes(told, 0);
        assertThat(list(told, "").at("data").size()).isZero();
    }
}
