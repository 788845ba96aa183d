package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.channel.NumberLookup;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import io.stele.server.Tenant;
import io.stele.server.store.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connecting, changing and disconnecting numbers, on a whole server. */
abstract class KapsoNumbersTest extends KapsoTest {

    private static final String CUSTOMERS = "/platform/v1/customers";
    private static final String TEMPLATE =
            "\"type\":\"template\",\"template\":{\"name\":\"parcel_ready\",\"language\":{\"code\":\"de\"}}";
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final FakeLookup meta = new FakeLookup();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    void knowNumbers() {
        stele().server().context().registerSingleton(NumberLookup.class, meta);
    }

    private static String newId() {
        return "70000" + NUMBERS.incrementAndGet();
    }

    private Answer call(Tenant tenant, String method, String path, @Nullable String body) {
        Map<String, String> headers = body == null
                ? Map.of("X-API-Key", tenant.kapso())
                : Map.of("X-API-Key", tenant.kapso(), "Content-Type", "application/json");
        Answer answer = http().send(method, path, headers, body);
        told.add(answer.text());
        return answer;
    }

    private String customer(Tenant tenant) {
        return call(tenant, "POST", CUSTOMERS, "{\"customer\":{\"name\":\"Bakery\"}}").string("data", "id");
    }

    private static String body(String id, String token, String more) {
        return "{\"whatsapp_phone_number\":{\"name\":\"Support\",\"phone_number_id\":\"" + id
                + "\",\"business_account_id\":\"80001\",\"access_token\":\"" + token + "\"" + more + "}}";
    }

    private Answer connect(Tenant tenant, String id, String token, String more) {
        return call(
                tenant, "POST", CUSTOMERS + "/" + customer(tenant) + "/whatsapp/phone_numbers", body(id, token, more));
    }

    private Tenant connected(String id) {
        Tenant tenant = stele().found("Fresh");
        Answer answer = connect(tenant, id, FakeLookup.GOOD + "1", ",\"app_secret\":\"the-app-secret\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return tenant;
    }

    private static String path(String id) {
        return PLATFORM + "/phone_numbers/" + id;
    }

    private Answer sendThrough(Tenant tenant, String id) {
        return call(
                tenant,
                "POST",
                "/meta/whatsapp/v24.0/" + id + "/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"" + RunningStele.newCustomer() + "\"," + TEMPLATE + "}");
    }

    @Test
    void aNumberIsConnectedWithWhatMetaKnowsOfIt() {
        Tenant tenant = stele().found("Fresh");
        String customer = customer(tenant);
        String id = newId();

        Answer answer = call(
                tenant,
                "POST",
                CUSTOMERS + "/" + customer + "/whatsapp/phone_numbers",
                body(id, FakeLookup.GOOD + "1", ",\"app_secret\":\"the-app-secret\""));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode number = answer.at("data");
        assertThat(answer.string("data", "id")).isEqualTo(answer.string("data", "phone_number_id")).isEqualTo(id);
        assertThat(answer.string("data", "business_account_id")).isEqualTo("80001");
        assertThat(answer.string("data", "display_phone_number_normalized"))
                .isEqualTo("1555010" + id.substring(id.length() - 4));
        assertThat(answer.string("data", "verified_name")).isEqualTo("Acme Verified");
        assertThat(answer.string("data", "quality_rating")).isEqualTo("YELLOW");
        assertThat(answer.string("data", "customer_id")).isEqualTo(customer);
        assertThat(answer.string("data", "status")).isEqualTo("CONNECTED");
        assertThat(answer.string("data", "webhook_url")).startsWith(stele().url() + "/hooks/whatsapp/");
        assertThat(answer.string("data", "webhook_verify_token")).hasSize(43);
        Answer read = call(tenant, "GET", path(id), null);
        assertThat(read.at("data", "webhook_verify_token").isNull()).isTrue();
        assertThat(read.string("data", "webhook_url")).isEqualTo(number.get("webhook_url").getStringValue());
        assertThat(call(tenant, "GET", PLATFORM + "/phone_numbers?customer_id=" + customer, null)
                        .string("data", 0, "id"))
                .isEqualTo(id);
        assertThat(call(tenant, "GET", PLATFORM + "/phone_numbers?customer_id=" + customer(tenant), null)
                        .at("meta", "total_count")
                        .getIntValue())
                .isZero();
    }

    @Test
    void aVerifyTokenThatWasGivenIsNotToldAgain() {
        Tenant tenant = stele().found("Fresh");

        Answer answer =
                connect(tenant, newId(), FakeLookup.GOOD + "1", ",\"webhook_verify_token\":\"my-verify-token\"");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).doesNotContain("my-verify-token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                                        | whatsapp_phone_number is required
                    {'whatsapp_phone_number':{}}                              | whatsapp_phone_number.name is required
                    {'whatsapp_phone_number':{'name':' '}}                    | whatsapp_phone_number.name must have 1 to 255 characters
                    {'whatsapp_phone_number':{'name':'N'}}                    | whatsapp_phone_number.phone_number_id is required
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':'a/b'}} | whatsapp_phone_number.phone_number_id must have 1 to 32 digits
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':'1'}}   | whatsapp_phone_number.business_account_id is required
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':1,'business_account_id':2}} | whatsapp_phone_number.access_token is required
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':'1','business_account_id':'2','access_token':'a b'}} | whatsapp_phone_number.access_token must have 1 to 1024 printable characters without spaces
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':'1','business_account_id':'2','access_token':'t','app_secret':''}} | whatsapp_phone_number.app_secret must have 1 to 1024 printable characters without spaces
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':'1','business_account_id':'2','access_token':'t','kind':'sandbox'}} | whatsapp_phone_number.kind must be production: every project has its sandbox number already
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':'1','business_account_id':'2','access_token':'t','kind':'other'}} | whatsapp_phone_number.kind must be production
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':'1','business_account_id':'2','access_token':'t','calls_enabled':true}} | whatsapp_phone_number.calls_enabled must be false: calls are not offered
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':'1','business_account_id':'2','access_token':'t','inbound_processing_enabled':false}} | whatsapp_phone_number.inbound_processing_enabled must be true: what people write is always taken in
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':'1','business_account_id':'2','access_token':'t','webhook_destination_url':'https://x.example'}} | whatsapp_phone_number.webhook_destination_url is not offered: create a webhook of the kind meta instead
                    {'whatsapp_phone_number':{'name':'N','phone_number_id':'1','business_account_id':'2','access_token':'bad-token-7'}} | Invalid OAuth access token: The token … has expired
                    """)
    void aWrongNumberIsRefused(String body, String error) {
        Answer answer = call(
                tenant(),
                "POST",
                CUSTOMERS + "/" + customer(tenant()) + "/whatsapp/phone_numbers",
                body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.string("error")).isEqualTo(error);
    }

    @Test
    void nothingIsConnectedWhileMetaIsAway() {
        String id = newId();

        Answer answer = connect(tenant(), id, FakeLookup.AWAY + "1", "");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.string("error")).isEqualTo("Meta API error: no answer");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(call(tenant(), "GET", path(id), null).status()).isEqualTo(404);
    }

    @Test
    void aCustomerThatIsNotThereOrAnotherProjectsGetsNoNumber() {
        String theirs = customer(stele().other());

        assertThat(Stream.of(theirs, "7", "0190b2f0-0000-7000-8000-000000000001"))
                .allSatisfy(id -> {
                    Answer answer = call(
                            tenant(),
                            "POST",
                            CUSTOMERS + "/" + id + "/whatsapp/phone_numbers",
                            body(newId(), FakeLookup.GOOD + "1", ""));
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.string("error")).isEqualTo("Customer not found");
                });
    }

    @Test
    void aNumberIsConnectedOnceHoweverManyAsk() {
        Tenant tenant = stele().found("Fresh");
        Tenant other = stele().found("Fresh");
        String id = newId();
        String mine = customer(tenant);
        String theirs = customer(other);

        List<Integer> statuses = Together.times(6, () -> {
            boolean isMine = NUMBERS.incrementAndGet() % 2 == 0;
            return call(
                            isMine ? tenant : other,
                            "POST",
                            CUSTOMERS + "/" + (isMine ? mine : theirs) + "/whatsapp/phone_numbers",
                            body(id, FakeLookup.GOOD + "1", ""))
                    .status();
        });

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        Answer again = connect(tenant, id, FakeLookup.GOOD + "1", "");
        assertThat(again.string("error")).isEqualTo("WhatsApp phone number is already connected");
    }

    @Test
    void aNumberIsChangedAndMetaIsAskedWithTheNewToken() {
        String id = newId();
        Tenant tenant = connected(id);

        Answer answer = call(
                tenant,
                "PATCH",
                path(id),
                "{\"whatsapp_phone_number\":{\"name\":\"Renamed\",\"access_token\":\"good-token-2\"}}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.string("data", "name")).isEqualTo("Renamed");
        assertThat(meta.asked().getLast())
                .containsEntry("access_token", "good-token-2")
                .containsEntry("app_secret", "the-app-secret");
        assertThat(call(tenant, "GET", path(id), null).string("data", "name")).isEqualTo("Renamed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'access_token':'bad-token-2'}  | 422 | Invalid OAuth access token: The token … has expired
                    {'access_token':'away-token-2'} | 502 | Meta API error: no answer
                    {'phone_number_id':'1'}         | 422 | whatsapp_phone_number.phone_number_id cannot be changed
                    {'business_account_id':'1'}     | 422 | whatsapp_phone_number.business_account_id cannot be changed
                    {'name':''}                     | 422 | whatsapp_phone_number.name must have 1 to 255 characters
                    {'calls_enabled':true}          | 422 | whatsapp_phone_number.calls_enabled must be false: calls are not offered
                    """)
    void aWrongChangeIsRefusedAndChangesNothing(String change, int status, String error) {
        String id = newId();
        Tenant tenant = connected(id);

        Answer answer = call(
                tenant, "PATCH", path(id), "{\"whatsapp_phone_number\":" + change.replace('\'', '"') + "}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.string("error")).isEqualTo(error);
        call(tenant, "PATCH", path(id), "{\"whatsapp_phone_number\":{\"webhook_verify_token\":\"v\"}}");
        assertThat(meta.asked().getLast()).containsEntry("access_token", FakeLookup.GOOD + "1");
    }

    @Test
    void theSandboxesNumberHasNoTokens() {
        Answer answer = kapso("PATCH", path("{number}"), "{\"whatsapp_phone_number\":{\"access_token\":\"good-token-1\"}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.string("error")).isEqualTo("The sandbox's number has no settings");
        assertThat(get(path("{number}")).at("data", "webhook_url").isNull()).isTrue();
    }

    @Test
    void anotherProjectsNumberIsNotThere() {
        String id = newId();
        connected(id);

        assertThat(call(tenant(), "GET", path(id), null).status()).isEqualTo(404);
        assertThat(call(tenant(), "PATCH", path(id), "{\"whatsapp_phone_number\":{}}").status()).isEqualTo(404);
        assertThat(call(tenant(), "DELETE", path(id), null).status()).isEqualTo(404);
        assertThat(sendThrough(tenant(), id).status()).isEqualTo(404);
    }

    @Test
    void aDisconnectedNumberIsGoneFromTheListButWhatItSentCanBeRead() {
        Tenant tenant = stele().found("Fresh");
        String id = tenant.phoneNumberId();
        String message = sendThrough(tenant, id).string("messages", 0, "id");

        assertThat(call(tenant, "DELETE", path(id), null).status()).isEqualTo(204);

        assertThat(call(tenant, "GET", path(id), null).status()).isEqualTo(404);
        assertThat(call(tenant, "DELETE", path(id), null).status()).isEqualTo(404);
        assertThat(call(tenant, "GET", PLATFORM + "/phone_numbers", null).text()).doesNotContain(id);
        assertThat(http().get("/v1/organization/whatsapp/phone-numbers", tenant.chirpAdmin()).text())
                .doesNotContain("\"" + id + "\"");
        assertThat(call(tenant, "GET", "/meta/whatsapp/v24.0/" + id + "/messages", null).string("data", 0, "id"))
                .isEqualTo(message);
        assertThat(call(tenant, "GET", PLATFORM + "/messages?phone_number_id=" + id, null).string("data", 0, "id"))
                .isEqualTo(message);
    }

    @Test
    void eachApiRefusesToSendThroughADisconnectedNumber() {
        Tenant tenant = stele().found("Fresh");
        call(tenant, "DELETE", path(tenant.phoneNumberId()), null);
        String customer = RunningStele.newCustomer();

        Answer kapso = sendThrough(tenant, tenant.phoneNumberId());
        Answer zavu = http().post(
                "/v1/messages", tenant.zavu(), "{\"to\":\"" + customer + "\",\"channel\":\"whatsapp\",\"text\":\"Hi\"}");
        Answer chirp = http().post(
                "/v1/whatsapp/messages",
                tenant.chirpApp(),
                "{\"from\":\"" + tenant.phoneNumber() + "\",\"to\":\"" + customer
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");

        assertThat(kapso.status()).isEqualTo(400);
        assertThat(kapso.at("error", "code").getIntValue()).isEqualTo(133010);
        assertThat(zavu.status()).isEqualTo(400);
        assertThat(zavu.text()).contains("is not available on this sender: whatsapp");
        assertThat(chirp.status()).isEqualTo(400);
        assertThat(chirp.text()).contains("whatsapp_not_configured");
    }

    @Test
    void aNumberThatWasDisconnectedIsConnectedAgain() {
        String id = newId();
        Tenant tenant = connected(id);
        String internal = call(tenant, "GET", path(id), null).string("data", "internal_id");
        call(tenant, "DELETE", path(id), null);

        Answer again = connect(tenant, id, FakeLookup.GOOD + "2", "");

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.string("data", "internal_id")).isEqualTo(internal);
    }

    @Test
    void theOtherApisShowAndUseTheFirstNumber() {
        String id = newId();
        Tenant tenant = connected(id);
        String address = call(tenant, "GET", path(id), null).string("data", "display_phone_number");

        Answer numbers = http().get("/v1/organization/whatsapp/phone-numbers", tenant.chirpAdmin());
        Answer sent = http().post(
                "/v1/messages",
                tenant.zavu(),
                "{\"to\":\"" + RunningStele.newCustomer() + "\",\"channel\":\"whatsapp\",\"messageType\":\"template\","
                        + "\"content\":{\"templateId\":\"parcel_ready\"}}");

        assertThat(numbers.string("phoneNumbers", 0, "metaPhoneNumberId")).isEqualTo(id);
        assertThat(numbers.string("phoneNumbers", 0, "qualityRating")).isEqualTo("YELLOW");
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        assertThat(call(tenant, "GET", PLATFORM + "/messages?phone_number_id=" + id, null).string("data", 0, "kapso", "phone_number_id"))
                .isEqualTo(id);
        assertThat(address).isNotEqualTo(tenant.phoneNumber());
    }

    @Test
    void noAnswerEverShowsASecret() {
        String id = newId();
        Tenant tenant = connected(id);
        told.clear();
        call(tenant, "GET", path(id), null);
        call(tenant, "GET", PLATFORM + "/phone_numbers", null);
        call(tenant, "PATCH", path(id), "{\"whatsapp_phone_number\":{\"access_token\":\"bad-token-3\"}}");
        call(tenant, "PATCH", path(id), "{\"whatsapp_phone_number\":{\"access_token\":\"good-token-3\",\"app_secret\":\"other-app-secret\"}}");
        connect(tenant, id, FakeLookup.GOOD + "4", ",\"app_secret\":\"the-app-secret\"");

        assertThat(String.join("\n", told)).doesNotContain("-token-", "app-secret");
    }

    @Test
    void customersAreKept() {
        Tenant tenant = stele().found("Fresh");
        Answer made = call(
                tenant,
                "POST",
                CUSTOMERS,
                "{\"customer\":{\"name\":\"Bakery\",\"external_customer_id\":\"b-1\"}}");
        String path = CUSTOMERS + "/" + made.string("data", "id");

        assertThat(made.status()).isEqualTo(201);
        assertThat(call(tenant, "GET", path, null).body()).isEqualTo(made.body());
        assertThat(call(tenant, "GET", CUSTOMERS + "?external_customer_id=b-1", null).at("data", 0))
                .isEqualTo(made.at("data"));
        Answer changed = call(tenant, "PATCH", path, "{\"customer\":{\"name\":\"Baker\"}}");
        assertThat(changed.string("data", "name")).isEqualTo("Baker");
        assertThat(changed.string("data", "external_customer_id")).isEqualTo("b-1");
        Answer bare = call(tenant, "PATCH", path, "{\"customer\":{\"external_customer_id\":null}}");
        assertThat(bare.string("data", "name")).isEqualTo("Baker");
        assertThat(bare.at("data", "external_customer_id").isNull()).isTrue();
        assertThat(call(stele().other(), "GET", path, null).status()).isEqualTo(404);
        assertThat(call(stele().other(), "DELETE", path, null).status()).isEqualTo(404);
        assertThat(call(tenant, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(call(tenant, "GET", path, null).status()).isEqualTo(404);
        assertThat(call(tenant, "DELETE", path, null).status()).isEqualTo(404);
        assertThat(call(tenant, "GET", CUSTOMERS, null).body().get("data")).isEqualTo(Http.parse("[]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                                   | customer is required
                    {'customer':{}}                                      | customer.name is required
                    {'customer':{'name':' '}}                            | customer.name must have 1 to 255 characters
                    {'customer':{'name':'B','external_customer_id':''}}  | customer.external_customer_id must have 1 to 255 characters
                    {'customer':{'name':'B','external_customer_id':'taken'}} | external_customer_id is that of another customer
                    """)
    void aWrongCustomerIsRefused(String body, String error) {
        call(tenant(), "POST", CUSTOMERS, "{\"customer\":{\"name\":\"T\",\"external_customer_id\":\"taken\"}}");

        Answer answer = call(tenant(), "POST", CUSTOMERS, body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.string("error")).isEqualTo(error);
    }

    @Test
    void aCustomerWithAConnectedNumberIsNotRemoved() {
        String id = newId();
        Tenant tenant = connected(id);
        String customer = call(tenant, "GET", path(id), null).string("data", "customer_id");

        Answer refused = call(tenant, "DELETE", CUSTOMERS + "/" + customer, null);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.string("error")).isEqualTo("The customer has connected phone numbers");
        call(tenant, "DELETE", path(id), null);
        assertThat(call(tenant, "DELETE", CUSTOMERS + "/" + customer, null).status()).isEqualTo(204);
    }
}
