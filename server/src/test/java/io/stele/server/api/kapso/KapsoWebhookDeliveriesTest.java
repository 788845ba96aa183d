package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.server.Answer;
import io.stele.server.Receiver;
import io.stele.server.Tenant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What webhooks are told, tested, shown and told again (contract §3.7, §3.8), on a whole server with a receiver of its own. */
@Execution(ExecutionMode.CONCURRENT)
abstract class KapsoWebhookDeliveriesTest extends KapsoHookTest {

    private static final String DELIVERED = "whatsapp.message.delivered";
    private static final String READ = "whatsapp.message.read";
    private static final String FAILED = "whatsapp.message.failed";
    private static final String CREATED = "whatsapp.conversation.created";
    private static final String ENDED = "whatsapp.conversation.ended";
    private static final String INACTIVE = "whatsapp.conversation.inactive";

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RECEIVED, SENT, DELIVERED, READ, FAILED, CREATED, ENDED, INACTIVE, "whatsapp.contact.identity_changed",
                "whatsapp.contact.marketing_preference_changed"
            })
    void eachEventOfANumberCanBeTested(String event) {
        Told told = told(event);

        Answer tested = test(told, "{'event_type':'" + event + "'}");

        assertThat(tested.status()).as(tested.text()).isEqualTo(200);
        assertThat(tested.at("data", "success").getBooleanValue()).isTrue();
        Receiver.Received delivery = received(told, 1).getFirst();
        KapsoDeliveryCheck.requireGenuine(delivery, SECRET);
        assertThat(event(delivery)).isEqualTo(event);
        assertThat(delivery.json().get("phone_number_id").getStringValue()).isEqualTo(told.tenant().phoneNumberId());
        assertThat(list(told, "").string("data", 0, "event")).isEqualTo(event);
    }

    private Answer test(Told told, String body) {
        return call(told.tenant(), "POST", HOOKS + "/" + told.id() + "/test", body);
    }

    @Test
    void aTestIsAskedForInTheQueryTooAndIsNoMessage() {
        Told told = told(RECEIVED);

        Answer tested = call(told.tenant(), "POST", HOOKS + "/" + told.id() + "/test?event_type=" + RECEIVED, null);

        assertThat(tested.status()).as(tested.text()).isEqualTo(200);
        assertThat(event(received(told, 1).getFirst())).isEqualTo(RECEIVED);
        assertThat(call(told.tenant(), "GET", PLATFORM + "/messages", null).at("data").size()).isZero();
    }

    @Test
    void theProjectsOwnWebhookIsTested() {
        Told told = hooked(stele().found("Told"), "'events':['whatsapp.phone_number.deleted']");

        assertThat(test(told, "{'event_type':'whatsapp.phone_number.deleted'}").status()).isEqualTo(200);

        KapsoDeliveryCheck.requireGenuine(received(told, 1).getFirst(), SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'event_type':'whatsapp.message.received'}", "{'event_type':'whatsapp.message.failed'}"})
    void oneOfTheKindMetaIsTestedInMetasForm(String body) {
        Told told = hooked(stele().found("Told"), "'phone_number_id':'{own}','kind':'meta'");

        assertThat(test(told, body).status()).isEqualTo(200);

        Receiver.Received delivery = received(told, 1).getFirst();
        KapsoDeliveryCheck.requireGenuineOfMeta(delivery, SECRET);
        assertThat(delivery.json().get("entry").get(0).get("changes").get(0).get("field").getStringValue())
                .isEqualTo("messages");
    }

    @Test
    void aTestOfOneThatBuffersIsABatch() {
        Told told = buffered("'buffer_window_seconds':1");

        test(told, "{'event_type':'" + RECEIVED + "'}");

        assertThat(received(told, 1).getFirst().header("X-Batch-Size")).hasValue("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'phone_number_id':'{own}','events':['whatsapp.message.sent']  | {}                                          | event_type is required
                    'phone_number_id':'{own}','events':['whatsapp.message.sent']  | {'event_type':'whatsapp.message.read'}      | event_type must be an event that the webhook is told of
                    'phone_number_id':'{own}','events':['whatsapp.message.sent']  | {'event_type':7}                            | event_type must be a string
                    'events':['whatsapp.config.created']                          | {'event_type':'whatsapp.config.created'}    | event_type must be an event that this server sends
                    'phone_number_id':'{own}','kind':'meta'                       | {'event_type':'whatsapp.conversation.ended'} | event_type must be an event that the webhook is told of
                    'phone_number_id':'{own}','kind':'meta'                       | {'event_type':'nonsense'}                   | event_type must be an event that this server sends
                    'phone_number_id':'{own}','active':false,'kind':'meta'        | {}                                          | The webhook is not active
                    """)
    void aTestThatCannotBeIsRefused(String members, String body, String error) {
        Told told = hooked(stele().found("Told"), members);

        Answer answer = test(told, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.string("error")).isEqualTo(error);
    }

    private Answer listedUntil(Told told, String query, int size) {
        await().atMost(PATIENCE).until(() -> list(told, query).at("data").size() == size);
        return list(told, query);
    }

    @Test
    void aDeliveryThatWasNotTakenWaitsAndIsShownWithWhatWasAnswered() {
        Told told = told(RECEIVED);
        receiver().answer(told.path(), 500);
        write(told.tenant(), CUSTOMER, "Hello");
        Receiver.Received tried = received(told, 1).getFirst();
        await().atMost(PATIENCE).until(() -> list(told, "").at("data", 0, "response_status").isNumber());

        Answer list = list(told, "?status=pending");
        Answer one = call(told.tenant(), "GET", DELIVERIES + "/" + list.string("data", 0, "id"), null);

        assertThat(list.at("data").size()).isEqualTo(1);
        assertThat(list.at("data", 0, "payload").isNull()).isTrue();
        assertThat(one.string("data", "event")).isEqualTo(RECEIVED);
        assertThat(one.string("data", "status")).isEqualTo("pending");
        assertThat(one.at("data", "response_status").getIntValue()).isEqualTo(500);
        assertThat(one.at("data", "attempt_count").getIntValue()).isEqualTo(1);
        assertThat(one.at("data", "delivered_at").isNull()).isTrue();
        assertThat(one.string("data", "webhook_id")).isEqualTo(told.id());
        assertThat(one.string("data", "webhook_url")).isEqualTo(receiver().url(told.path()));
        assertThat(one.string("data", "phone_number_id")).isEqualTo(told.tenant().phoneNumberId());
        assertThat(one.string("data", "whatsapp_config_id"))
                .isEqualTo(call(told.tenant(), "GET", PLATFORM + "/phone_numbers", null).string("data", 0, "internal_id"));
        assertThat(one.string("data", "conversation_phone_number")).isEqualTo(CUSTOMER.substring(1));
        assertThat(one.string("data", "event_id")).isEqualTo(tried.header("X-Idempotency-Key").orElseThrow());
        assertThat(one.string("data", "next_attempt_at")).isGreaterThan(one.string("data", "last_attempt_at"));
        assertThat(one.at("data", "payload")).isEqualTo(tried.json());
        assertThat(one.at("data", "attempts").size()).isEqualTo(1);
        assertThat(one.at("data", "attempts", 0, "response_status").getIntValue()).isEqualTo(500);
        assertThat(one.string("data", "attempts", 0, "response")).isEqualTo("noted");
    }

    @Test
    void aReplayIsTheSameWithTheSameKey() {
        Told told = told(RECEIVED);
        write(told.tenant(), CUSTOMER, "Hello");
        Receiver.Received first = received(told, 1).getFirst();
        String id = listedUntil(told, "?status=delivered", 1).string("data", 0, "id");

        Answer replayed = call(told.tenant(), "POST", DELIVERIES + "/" + id + "/replay", null);

        assertThat(replayed.status()).as(replayed.text()).isEqualTo(202);
        assertThat(replayed.string("data", "id")).isEqualTo(id);
        Receiver.Received second = received(told, 2).get(1);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("X-Idempotency-Key")).isEqualTo(first.header("X-Idempotency-Key"));
        KapsoDeliveryCheck.requireGenuine(second, SECRET);
        await().atMost(PATIENCE)
                .until(() -> call(told.tenant(), "GET", DELIVERIES + "/" + id, null).at("data", "attempts").size() == 2);
        nothingMoreComes(told, 2);
    }

    @Test
    void whatIsGivenUpIsAnErrorAndCanBeReplayed() {
        Told told = told(RECEIVED, SENT);
        write(told.tenant(), CUSTOMER, "Hello");
        listedUntil(told, "?status=delivered", 1);
        receiver().answer(told.path(), 410);
        send(told.tenant(), CUSTOMER, TEXT);

        Answer errors = listedUntil(told, "?errors_only=true", 1);

        assertThat(errors.string("data", 0, "event")).isEqualTo(SENT);
        assertThat(errors.string("data", 0, "status")).isEqualTo("failed");
        assertThat(errors.string("data", 0, "failed_at")).isNotEmpty();
        assertThat(list(told, "?status=failed").at("data")).isEqualTo(errors.at("data"));
        assertThat(list(told, "?status=delivered&errors_only=true").at("data").size()).isZero();
        assertThat(call(told.tenant(), "GET", HOOKS + "/" + told.id(), null).at("data", "active").getBooleanValue())
                .isFalse();
        receiver().answer(told.path(), 200);
        call(told.tenant(), "PATCH", HOOKS + "/" + told.id(), "{'whatsapp_webhook':{'active':true}}");
        call(told.tenant(), "POST", DELIVERIES + "/" + errors.string("data", 0, "id") + "/replay", null);
        listedUntil(told, "?status=delivered", 2);
    }

    @Test
    void deliveriesAreListedNewestFirstPageByPageAndByFilters() {
        Tenant tenant = stele().found("Told");
        Told told = told(tenant, CREATED, RECEIVED);
        Told other = told(tenant, RECEIVED);
        write(tenant, CUSTOMER, "Hello");
        received(told, 2);
        received(other, 1);
        listedUntil(told, "?status=delivered", 3);

        assertThat(ids(told, "?webhook_id=" + told.id())).hasSize(2);
        assertThat(ids(told, "?webhook_id=" + other.id())).hasSize(1);
        assertThat(ids(told, "?webhook_id=nonsense")).isEmpty();
        assertThat(ids(told, "?event=" + RECEIVED)).hasSize(2);
        assertThat(ids(told, "?event=" + RECEIVED + "&webhook_id=" + told.id())).hasSize(1);
        assertThat(ids(told, "?period=30d&errors_only=false")).hasSize(3);
        assertThat(ids(told, "?status=failed")).isEmpty();
        List<String> all = ids(told, "");
        Answer first = list(told, "?limit=2");
        Answer second = list(told, "?limit=2&after=" + first.string("paging", "cursors", "after"));
        assertThat(first.string("data", 0, "id")).isEqualTo(all.get(0));
        assertThat(first.string("data", 1, "id")).isEqualTo(all.get(1));
        assertThat(second.string("data", 0, "id")).isEqualTo(all.get(2));
        assertThat(second.at("paging", "cursors", "after").isNull()).isTrue();
        Answer back = list(told, "?limit=2&before=" + second.string("paging", "cursors", "before"));
        assertThat(back.at("data")).isEqualTo(first.at("data"));
    }

    private List<String> ids(Told told, String query) {
        Answer answer = list(told, query);
        return IntStream.range(0, answer.at("data").size())
                .mapToObj(i -> answer.string("data", i, "id"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    status=lost      | status must be one of pending, delivered, failed
                    period=1h        | period must be one of 24h, 7d, 30d
                    errors_only=yes  | errors_only must be true or false
                    after=nonsense   | after is not a cursor of this list
                    limit=0          | limit must be from 1 to 100
                    """)
    void aFilterThatIsNoneIsRefused(String query, String error) {
        Answer answer = call(tenant(), "GET", DELIVERIES + "?" + query, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.string("error")).isEqualTo(error);
    }

    @Test
    void nobodyElseSeesWhatAWebhookIsTold() {
        Told told = told(RECEIVED);
        write(told.tenant(), CUSTOMER, "Hello");
        String id = listedUntil(told, "?status=delivered", 1).string("data", 0, "id");
        Tenant other = told(RECEIVED).tenant();

        assertThat(call(other, "GET", DELIVERIES, null).at("data").size()).isZero();
        assertThat(call(other, "GET", DELIVERIES + "?webhook_id=" + told.id(), null).at("data").size()).isZero();
        Answer read = call(other, "GET", DELIVERIES + "/" + id, null);
        assertThat(read.status()).isEqualTo(404);
        assertThat(read.string("error")).isEqualTo("Webhook delivery not found");
        assertThat(call(other, "POST", DELIVERIES + "/" + id + "/replay", null).status()).isEqualTo(404);
        assertThat(call(told.tenant(), "GET", DELIVERIES + "/nonsense", null).status()).isEqualTo(404);
        nothingMoreComes(told, 1);
    }

    @Test
    void whatOtherApisWebhooksAreToldIsNotKapsos() {
        Told told = told(RECEIVED);
        String path = Receiver.newPath();
        Answer chirps = http().post(
                "/v1/webhooks",
                told.tenant().chirpApp(),
                "{\"url\":\"" + receiver().url(path) + "\",\"events\":[\"messages.whatsapp.received\"]}");
        write(told.tenant(), CUSTOMER, "Hello");
        await().atMost(PATIENCE).until(() -> receiver().at(path).size() == 1);
        String theirs = http().send(
                        "GET",
                        "/v1/webhooks/" + chirps.string("id") + "/deliveries",
                        Map.of("Authorization", "Bearer " + told.tenant().chirpApp()),
                        null)
                .string("deliveries", 0, "id");

        assertThat(listedUntil(told, "?status=delivered", 1).string("data", 0, "event")).isEqualTo(RECEIVED);
        assertThat(list(told, "").at("data").size()).isEqualTo(1);
        assertThat(call(told.tenant(), "GET", DELIVERIES + "/" + theirs, null).status()).isEqualTo(404);
        assertThat(call(told.tenant(), "POST", DELIVERIES + "/" + theirs + "/replay", null).status()).isEqualTo(404);
    }
}
