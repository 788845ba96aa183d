package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import io.stele.server.Tenant;
import io.stele.server.store.Together;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, reading, changing and removing webhooks (contract §3.7), on a whole server. */
abstract class KapsoWebhooksTest extends KapsoHookTest {

    private static final String URL = "https://receiver.example.com/hook";
    private static final String RECEIVED = "'events':['whatsapp.message.received']";
    private static final String OF_NUMBER = "'url':'" + URL + "','secret_key':'s-1'," + RECEIVED;
    private static final String OF_PROJECT = "'url':'" + URL + "','events':['whatsapp.phone_number.created']";

    private static String hooks(Tenant tenant) {
        return PLATFORM + "/phone_numbers/" + tenant.phoneNumberId() + "/webhooks";
    }

    private Answer make(Tenant tenant, String path, String members) {
        return call(tenant, "POST", path, "{'whatsapp_webhook':{" + members + "}}");
    }

    private Answer made(Tenant tenant, String path, String members) {
        Answer answer = make(tenant, path, members);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private Answer change(Tenant tenant, String path, String members) {
        return call(tenant, "PATCH", path, "{'whatsapp_webhook':{" + members + "}}");
    }

    @Test
    void aWebhookOfANumberIsMadeWithWhatIsUsual() {
        Tenant tenant = stele().found("Fresh");

        Answer made = made(tenant, hooks(tenant), OF_NUMBER);

        assertThat(made.string("data", "url")).isEqualTo(URL);
        assertThat(made.string("data", "kind")).isEqualTo("kapso");
        assertThat(made.string("data", "secret_key")).isEqualTo("s-1");
        assertThat(made.string("data", "phone_number_id")).isEqualTo(tenant.phoneNumberId());
        assertThat(made.at("data", "active").getBooleanValue()).isTrue();
        assertThat(made.at("data", "buffer_enabled").getBooleanValue()).isFalse();
        assertThat(made.at("data", "buffer_window_seconds").getIntValue()).isEqualTo(5);
        assertThat(made.at("data", "max_buffer_size").getIntValue()).isEqualTo(50);
        assertThat(made.at("data", "buffer_events").size()).isZero();
        assertThat(made.at("data", "inactivity_minutes").getIntValue()).isEqualTo(60);
        assertThat(made.string("data", "payload_version")).isEqualTo("v2");
        assertThat(made.at("data", "headers").size()).isZero();
    }

    @Test
    void everythingThatCanBeSetIsKept() {
        Tenant tenant = stele().found("Fresh");

        Answer made = made(
                tenant,
                hooks(tenant),
                "'url':'" + URL + "','kind':'kapso','secret_key':'s-ü','active':false,"
                        + "'events':['whatsapp.message.received','whatsapp.conversation.inactive'],'buffer_enabled':true,"
                        + "'buffer_window_seconds':60,'max_buffer_size':100,'buffer_events':['whatsapp.message.received'],"
                        + "'inactive_after_minutes':1440,'headers':{'X-Hook-Token':'t-91'},'payload_version':'v1',"
                        + "'phone_number_id':" + tenant.phoneNumberId() + ",'unknown':1");
        Answer read = call(tenant, "GET", hooks(tenant) + "/" + made.string("data", "id"), null);

        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.string("data", "secret_key")).isEqualTo("s-ü");
        assertThat(read.string("data", "events", 1)).isEqualTo("whatsapp.conversation.inactive");
        assertThat(read.at("data", "active").getBooleanValue()).isFalse();
        assertThat(read.at("data", "buffer_enabled").getBooleanValue()).isTrue();
        assertThat(read.at("data", "buffer_window_seconds").getIntValue()).isEqualTo(60);
        assertThat(read.at("data", "max_buffer_size").getIntValue()).isEqualTo(100);
        assertThat(read.string("data", "buffer_events", 0)).isEqualTo("whatsapp.message.received");
        assertThat(read.at("data", "inactivity_minutes").getIntValue()).isEqualTo(1440);
        assertThat(read.string("data", "headers", "X-Hook-Token")).isEqualTo("t-91");
        assertThat(read.string("data", "payload_version")).isEqualTo("v1");
    }

    @Test
    void aWebhookOfTheProjectIsGivenASecretWhenItHasNone() {
        Tenant tenant = stele().found("Fresh");

        Answer minted = made(tenant, HOOKS, OF_PROJECT);
        Answer given = made(tenant, HOOKS, OF_PROJECT + ",'secret_key':'s-2'");

        assertThat(minted.string("data", "secret_key")).hasSize(43);
        assertThat(minted.at("data", "phone_number_id").isNull()).isTrue();
        assertThat(given.string("data", "secret_key")).isEqualTo("s-2");
        assertThat(call(tenant, "GET", HOOKS + "/" + minted.string("data", "id"), null).body())
                .isEqualTo(minted.body());
    }

    @Test
    void aNumbersWebhookIsReachedByBothPaths() {
        Tenant tenant = stele().found("Fresh");
        Answer made = made(tenant, HOOKS, OF_NUMBER + ",'phone_number_id':'" + tenant.phoneNumberId() + "'");
        String id = made.string("data", "id");

        assertThat(call(tenant, "GET", hooks(tenant) + "/" + id, null).body()).isEqualTo(made.body());
        assertThat(call(tenant, "GET", HOOKS + "/" + id, null).body()).isEqualTo(made.body());
        assertThat(change(tenant, HOOKS + "/" + id, "'active':false").status()).isEqualTo(200);
        assertThat(call(tenant, "GET", hooks(tenant) + "/" + id, null).at("data", "active").getBooleanValue())
                .isFalse();
        assertThat(call(tenant, "DELETE", HOOKS + "/" + id, null).status()).isEqualTo(204);
        assertThat(call(tenant, "GET", hooks(tenant) + "/" + id, null).status()).isEqualTo(404);
        assertThat(call(tenant, "DELETE", hooks(tenant) + "/" + id, null).status()).isEqualTo(404);
        String own = made(tenant, HOOKS, OF_PROJECT).string("data", "id");
        assertThat(call(tenant, "GET", hooks(tenant) + "/" + own, null).status()).isEqualTo(404);
    }

    @Test
    void aChangeLeavesWhatItDoesNotName() {
        Tenant tenant = stele().found("Fresh");
        Answer made = made(
                tenant, hooks(tenant), OF_NUMBER + ",'headers':{'X-A':'b'},'buffer_enabled':true,'max_buffer_size':7");
        String path = hooks(tenant) + "/" + made.string("data", "id");

        Answer changed = change(
                tenant, path, "'url':'" + URL + "/2','buffer_window_seconds':9,'secret_key':'s-9','kind':'kapso','headers':null");

        assertThat(changed.string("data", "url")).isEqualTo(URL + "/2");
        assertThat(changed.string("data", "secret_key")).isEqualTo("s-9");
        assertThat(changed.at("data", "buffer_window_seconds").getIntValue()).isEqualTo(9);
        assertThat(changed.at("data", "max_buffer_size").getIntValue()).isEqualTo(7);
        assertThat(changed.at("data", "buffer_enabled").getBooleanValue()).isTrue();
        assertThat(changed.string("data", "headers", "X-A")).isEqualTo("b");
        assertThat(changed.at("data", "events")).isEqualTo(made.at("data", "events"));
        assertThat(call(tenant, "GET", path, null).body()).isEqualTo(changed.body());
    }

    @Test
    void oneOfTheKindMetaTakesNoEventsAndStaysWhatItIs() {
        Tenant tenant = stele().found("Fresh");

        Answer made = made(tenant, hooks(tenant), OF_NUMBER + ",'kind':'meta','buffer_window_seconds':9");
        String path = hooks(tenant) + "/" + made.string("data", "id");

        assertThat(made.string("data", "kind")).isEqualTo("meta");
        assertThat(made.at("data", "events").size()).isZero();
        assertThat(made.at("data", "buffer_window_seconds").getIntValue()).isEqualTo(5);
        Answer refused = change(tenant, path, "'kind':'kapso'");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.string("error")).isEqualTo("whatsapp_webhook.kind cannot be changed");
        assertThat(change(tenant, path, RECEIVED).at("data", "events").size()).isZero();
    }

    @Test
    void aNumberHasOneWebhookOfTheKindMeta() {
        Tenant tenant = stele().found("Fresh");

        List<Answer> answers = Together.times(4, () -> make(tenant, hooks(tenant), OF_NUMBER + ",'kind':'meta'"));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409, 409, 409);
        Answer again = make(tenant, HOOKS, OF_NUMBER + ",'kind':'meta','phone_number_id':'" + tenant.phoneNumberId() + "'");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.string("error")).isEqualTo("The phone number has a webhook of the kind meta already");
        call(tenant, "DELETE", hooks(tenant) + "/" + answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()
                .string("data", "id"), null);
        assertThat(make(tenant, hooks(tenant), OF_NUMBER + ",'kind':'meta'").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatsapp.phone_number.deleted", "whatsapp.phone_number.offboarded", "whatsapp.phone_number.disconnected",
                "whatsapp.phone_number.reconnected", "whatsapp.account.disabled", "whatsapp.account.restricted",
                "whatsapp.account.reinstated", "whatsapp.account.violation", "whatsapp.config.created",
                "whatsapp.config.deleted", "workflow.execution.handoff", "workflow.execution.failed", "project.event",
                "kapso_agent.run.approval_required", "kapso_agent.run.completed", "kapso_agent.run.failed",
                "kapso_agent.run.cancelled"
            })
    void whatOnlyKapsoTellsCanBeAskedFor(String event) {
        Answer made = made(tenant(), HOOKS, "'url':'" + URL + "','events':['" + event + "']");

        assertThat(made.string("data", "events", 0)).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatsapp.message.sent", "whatsapp.message.delivered", "whatsapp.message.read", "whatsapp.message.failed",
                "whatsapp.conversation.created", "whatsapp.conversation.ended", "whatsapp.conversation.inactive",
                "whatsapp.contact.identity_changed", "whatsapp.contact.marketing_preference_changed"
            })
    void whatHappensAtANumberCanBeAskedFor(String event) {
        Answer made = made(
                tenant(), hooks(tenant()), "'url':'" + URL + "','secret_key':'s','events':['" + event + "']");

        assertThat(made.string("data", "events", 0)).isEqualTo(event);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                both("'secret_key':'s'," + RECEIVED, "url is required"),
                both("'url':'" + URL + "','secret_key':'s'", "events is required"),
                both("'url':'" + URL + "','secret_key':'s','events':[]", "events must not be empty"),
                both("'url':'" + URL + "'," + RECEIVED, "secret_key is required"),
                both("'url':'" + URL + "','kind':'meta'", "secret_key is required"),
                both("'url':'" + URL + "','secret_key':''," + RECEIVED, "secret_key must have 1 to 1024 characters"),
                both(OF_NUMBER.replace("s-1", "x".repeat(1025)), "secret_key must have 1 to 1024 characters"),
                url("http://receiver.example.com/hook"),
                url("https://10.1.2.3/hook"),
                url("https://169.254.169.254/latest"),
                url("https://[::ffff:10.0.0.1]/hook"),
                url("https://0x7f.1/hook"),
                url("https://user:secret@receiver.example.com/"),
                url("https://receiver.example.com/#here"),
                url("ftp://receiver.example.com/"),
                url("nowhere"),
                both(OF_NUMBER + ",'kind':'other'", "kind must be kapso or meta"),
                both(OF_NUMBER.replace("received", "arrived"), "events[0] is not the name of an event"),
                both(OF_NUMBER.replace("]", ",null]"), "events[1] must not be null"),
                both(OF_NUMBER.replace("]", ",{}]"), "events[1] must be a string"),
                both("'url':'" + URL + "','secret_key':'s','events':'all'", "events must be an array"),
                both(
                        OF_NUMBER.replace("]", ",'whatsapp.phone_number.created']"),
                        "events[1] is told to webhooks of the project only"),
                both(OF_NUMBER + ",'buffer_window_seconds':0", "buffer_window_seconds must be from 1 to 60"),
                both(OF_NUMBER + ",'buffer_window_seconds':61", "buffer_window_seconds must be from 1 to 60"),
                both(OF_NUMBER + ",'buffer_window_seconds':1.5", "buffer_window_seconds must be a whole number"),
                both(OF_NUMBER + ",'max_buffer_size':0", "max_buffer_size must be from 1 to 100"),
                both(OF_NUMBER + ",'max_buffer_size':101", "max_buffer_size must be from 1 to 100"),
                both(OF_NUMBER + ",'buffer_events':['x']", "buffer_events[0] is not the name of an event"),
                both(
                        OF_NUMBER + ",'buffer_enabled':true,'buffer_events':['whatsapp.message.received','whatsapp.message.sent']",
                        "buffer_events[1] is never buffered; only whatsapp.message.received is"),
                both(
                        OF_NUMBER + ",'buffer_events':['whatsapp.phone_number.created']",
                        "buffer_events[0] is never buffered; only whatsapp.message.received is"),
                both(
                        OF_NUMBER + ",'buffer_events':['project.event']",
                        "buffer_events[0] is never buffered; only whatsapp.message.received is"),
                both(OF_NUMBER + ",'buffer_enabled':'yes'", "buffer_enabled must be true or false"),
                both(OF_NUMBER + ",'kind':'meta','buffer_enabled':true", "buffer_enabled must be false for a webhook of the kind meta"),
                both(OF_NUMBER + ",'inactivity_minutes':0", "inactivity_minutes must be from 1 to 1440"),
                both(OF_NUMBER + ",'inactive_after_minutes':1441", "inactivity_minutes must be from 1 to 1440"),
                both(OF_NUMBER + ",'payload_version':'v3'", "payload_version must be v1 or v2"),
                both(OF_NUMBER + ",'headers':[]", "headers must be an object"),
                both(
                        OF_NUMBER + ",'headers':{'Content-Length':'5'}",
                        "headers.Content-Length must be a header that may be set, with a value in printable ASCII"),
                both(
                        OF_NUMBER + ",'headers':{'X-Y':'a\\nb'}",
                        "headers.X-Y must be a header that may be set, with a value in printable ASCII"),
                both(
                        OF_NUMBER + ",'headers':{'X-Y':'a','x-y':'b'}",
                        "headers.x-y must not be there twice, whatever its case"),
                both(OF_NUMBER + ",'headers':{'X-Y':null}", "headers.X-Y is required"));
    }

    private static Arguments both(String members, String error) {
        return Arguments.of(members, "whatsapp_webhook." + error);
    }

    private static Arguments url(String url) {
        return Arguments.of(OF_NUMBER.replace(URL, url), "whatsapp_webhook.url must");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongWebhookOfANumberIsRefusedByItsMember(String members, String error) {
        Tenant tenant = stele().other();
        String byProject = members + ",'phone_number_id':'" + tenant.phoneNumberId() + "'";

        for (Answer answer : List.of(make(tenant, hooks(tenant), members), make(tenant, HOOKS, byProject))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.string("error")).startsWith(error);
        }
        assertThat(call(tenant, "GET", HOOKS, null).at("meta", "total_count").getIntValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'events':['whatsapp.message.sent']                         | phone_number_id is required for whatsapp.message.sent
                    'events':['project.event','whatsapp.conversation.ended']   | phone_number_id is required for whatsapp.conversation.ended
                    'kind':'meta'                                              | phone_number_id is required of a webhook of the kind meta
                    'events':[]                                                | events must not be empty
                    'events':['project.events']                                | events[0] is not the name of an event
                    """)
    void aWrongWebhookOfTheProjectIsRefusedByItsMember(String members, String error) {
        Answer answer = make(tenant(), HOOKS, "'url':'" + URL + "'," + members);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.string("error")).isEqualTo("whatsapp_webhook." + error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                                              | 422 | whatsapp_webhook is required
                    {'whatsapp_webhook':null}                                       | 422 | whatsapp_webhook is required
                    {'whatsapp_webhook':[]}                                         | 422 | whatsapp_webhook must be an object
                    {'url':'https://receiver.example.com/'}                         | 422 | whatsapp_webhook is required
                    []                                                              | 400 | The body must be a JSON object
                    {                                                               | 400 | The body is not valid JSON
                    """)
    void aBodyThatIsNoneIsRefused(String body, int status, String error) {
        for (String path : List.of(HOOKS, hooks(tenant()))) {
            Answer answer = call(tenant(), "POST", path, body);

            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.string("error")).isEqualTo(error);
        }
    }

    @Test
    void aChangeIsCheckedAndChangesNothingWhenRefused() {
        Tenant tenant = stele().found("Fresh");
        Answer made = made(tenant, hooks(tenant), OF_NUMBER);
        String path = hooks(tenant) + "/" + made.string("data", "id");

        assertThat(change(tenant, path, "'active':false,'url':'https://10.0.0.1/'").string("error"))
                .startsWith("whatsapp_webhook.url must");
        assertThat(change(tenant, path, "'events':[]").string("error")).isEqualTo("whatsapp_webhook.events must not be empty");
        assertThat(change(tenant, path, "'events':['project.event']").string("error"))
                .isEqualTo("whatsapp_webhook.events[0] is told to webhooks of the project only");
        assertThat(change(tenant, path, "'phone_number_id':'1'").string("error"))
                .isEqualTo("whatsapp_webhook.phone_number_id cannot be changed");
        assertThat(change(tenant, path, "'kind':'meta'").string("error")).isEqualTo("whatsapp_webhook.kind cannot be changed");
        assertThat(call(tenant, "GET", path, null).body()).isEqualTo(made.body());
    }

    @Test
    void aNumberThatIsNotThereHasNoWebhooks() {
        Tenant tenant = stele().found("Fresh");
        String path = PLATFORM + "/phone_numbers/99999999/webhooks";

        assertThat(call(tenant, "GET", path, null).status()).isEqualTo(404);
        assertThat(make(tenant, path, OF_NUMBER).status()).isEqualTo(404);
        Answer answer = make(tenant, HOOKS, OF_NUMBER + ",'phone_number_id':'" + stele().other().phoneNumberId() + "'");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.string("error")).startsWith("WhatsApp phone number not found");
        assertThat(make(tenant, hooks(tenant), OF_NUMBER + ",'phone_number_id':'7'").string("error"))
                .isEqualTo("whatsapp_webhook.phone_number_id must be the one in the path");
    }

    @Test
    void webhooksAreListedOldestFirstByPagesAndFilters() {
        Tenant tenant = stele().found("Many");
        String first = made(tenant, HOOKS, OF_PROJECT).string("data", "id");
        String second = made(tenant, hooks(tenant), OF_NUMBER + ",'kind':'meta','active':false").string("data", "id");
        String third = made(tenant, hooks(tenant), OF_NUMBER.replace("/hook", "/Third")).string("data", "id");

        assertThat(ids(tenant, HOOKS)).containsExactly(first, second, third);
        assertThat(ids(tenant, hooks(tenant))).containsExactly(second, third);
        assertThat(ids(tenant, HOOKS + "?per_page=1&page=2")).containsExactly(second);
        assertThat(ids(tenant, HOOKS + "?kind=meta")).containsExactly(second);
        assertThat(ids(tenant, HOOKS + "?kind=kapso")).containsExactly(first, third);
        assertThat(ids(tenant, hooks(tenant) + "?active=true")).containsExactly(third);
        assertThat(ids(tenant, hooks(tenant) + "?url_contains=third")).containsExactly(third);
        assertThat(ids(tenant, HOOKS + "?created_after=2000-01-01")).hasSize(3);
        assertThat(ids(tenant, HOOKS + "?created_before=2000-01-01")).isEmpty();
        Answer page = call(tenant, "GET", HOOKS + "?per_page=2", null);
        assertThat(page.at("meta", "total_pages").getIntValue()).isEqualTo(2);
        assertThat(page.at("meta", "total_count").getIntValue()).isEqualTo(3);
        assertThat(call(tenant, "GET", HOOKS + "?kind=other", null).status()).isEqualTo(400);
        assertThat(call(tenant, "GET", HOOKS + "?active=maybe", null).status()).isEqualTo(400);
    }

    private List<String> ids(Tenant tenant, String path) {
        Answer answer = call(tenant, "GET", path, null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Stream.iterate(0, i -> i < answer.at("data").size(), i -> i + 1)
                .map(i -> answer.string("data", i, "id"))
                .toList();
    }

    @Test
    void nobodyElseReachesAWebhook() {
        Tenant owner = stele().found("Owner");
        Tenant other = stele().found("Other");
        String id = made(owner, hooks(owner), OF_NUMBER).string("data", "id");

        for (String path : List.of(HOOKS + "/" + id, hooks(owner) + "/" + id, hooks(other) + "/" + id)) {
            assertThat(call(other, "GET", path, null).status()).isEqualTo(404);
            assertThat(change(other, path, "'active':false").status()).isEqualTo(404);
            assertThat(call(other, "DELETE", path, null).status()).isEqualTo(404);
        }
        Answer test = call(other, "POST", HOOKS + "/" + id + "/test", "{'event_type':'whatsapp.message.received'}");
        assertThat(test.status()).isEqualTo(404);
        assertThat(test.string("error")).isEqualTo("Webhook not found");
        assertThat(ids(other, HOOKS)).isEmpty();
        assertThat(call(other, "GET", hooks(owner), null).status()).isEqualTo(404);
        assertThat(call(owner, "GET", HOOKS + "/" + id, null).at("data", "active").getBooleanValue()).isTrue();
        assertThat(http().send("GET", HOOKS, Map.of(), null).status()).isEqualTo(401);
    }

    @Test
    void theWebhooksOfOtherApisAreNotKapsos() {
        Tenant tenant = stele().found("Fresh");
        Answer chirps = http().post(
                "/v1/webhooks",
                tenant.chirpApp(),
                "{\"url\":\"" + URL + "\",\"events\":[\"messages.whatsapp.sent\"]}");
        assertThat(chirps.status()).as(chirps.text()).isEqualTo(201);
        String path = HOOKS + "/" + chirps.string("id").substring("whk_".length());

        assertThat(ids(tenant, HOOKS)).isEmpty();
        assertThat(call(tenant, "GET", path, null).status()).isEqualTo(404);
        assertThat(call(tenant, "DELETE", path, null).status()).isEqualTo(404);
        assertThat(call(tenant, "GET", HOOKS + "/nonsense", null).status()).isEqualTo(404);
    }
}
