package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.json.tree.JsonNode;
import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.CallbackBody;
import io.stele.server.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What Meta posts of an account is for all of its numbers, though the app has one address. */
abstract class AccountNewsTest extends WhatsAppTest {

    private static final Business SECOND = new Business(BUSINESS.account(), "15550100043", "208745543");
    private static final Business OTHER = new Business("31500099", "15550100044", "208745544");
    private static final String NOWHERE = "http://127.0.0.1:9/hook";

    private final Map<String, String> webhooks = new TreeMap<>();

    @Override
    protected Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(super.settings());
        settings.put("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
        return settings;
    }

    @BeforeAll
    void connectOthersAndHookAll() {
        for (Business business : List.of(SECOND, OTHER)) {
            meta().number(business.numberId(), business.account(), "+" + business.digits(), TOKEN);
            ConnectedNumber.connect(http(), tenant(), business, TOKEN, APP_SECRET);
        }
        for (Business business : List.of(BUSINESS, SECOND, OTHER)) {
            Answer made = http().send(
                    "POST",
                    "/platform/v1/whatsapp/webhooks",
                    Map.of("X-API-Key", owner().kapso(), "Content-Type", "application/json"),
                    "{\"whatsapp_webhook\":{\"url\":\"%s\",\"secret_key\":\"kapso-test-secret\",\"kind\":\"meta\",\"phone_number_id\":\"%s\"}}"
                            .formatted(NOWHERE, business.numberId()));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            webhooks.put(made.string("data", "id"), business.numberId());
        }
        Answer sender = http().send(
                "PATCH",
                "/v1/senders/" + owner().senderId(),
                Map.of("Authorization", "Bearer " + owner().zavu(), "Content-Type", "application/json"),
                "{\"webhookUrl\":\"%s\",\"webhookEvents\":[\"template.status_changed\"]}".formatted(NOWHERE));
        assertThat(sender.status()).as(sender.text()).isEqualTo(200);
    }

    /** The numbers whose webhooks are told something of this name, each as often as it is told. */
    private List<String> told(String event) {
        List<String> told = new ArrayList<>();
        kapso("/platform/v1/webhook_deliveries?per_page=100&event=" + event)
                .at("data")
                .values()
                .forEach(row -> {
                    String number = webhooks.get(Seen.text(row, "webhook_id"));
                    if (number != null) {
                        told.add(number);
                    }
                });
        return told;
    }

    private int toldBySender() {
        return http().get("/v1/senders/" + owner().senderId() + "/webhook/deliveries", owner().zavu())
                .at("items")
                .size();
    }

    private List<JsonNode> logged(String type) {
        List<JsonNode> found = new ArrayList<>();
        http().get("/events?limit=500", owner().zavu()).at("events").values().forEach(event -> {
            if (Seen.text(event, "type").equals(type)) {
                found.add(event);
            }
        });
        return found;
    }

    @Test
    void news_of_a_template_is_told_once_to_all_of_the_account_and_to_nobody_else() {
        CallbackBody approved = CallbackBody.of(BUSINESS).templateStatus("APPROVED", 7, "hello", "en", "UTILITY", null);
        CallbackBody moved = CallbackBody.of(BUSINESS).templateCategory(7, "hello", "en", "UTILITY", "MARKETING");
        for (int i = 0; i < 2; i++) {
            deliver(approved);
            deliver(moved);
        }

        await().atMost(PATIENCE).until(() -> told("template_category_update").size() >= 2 && toldBySender() >= 1);
        assertThat(told("template_category_update")).containsExactlyInAnyOrder(BUSINESS.numberId(), SECOND.numberId());
        assertThat(told("message_template_status_update"))
                .containsExactlyInAnyOrder(BUSINESS.numberId(), SECOND.numberId());
        assertThat(toldBySender()).isEqualTo(1);
        assertThat(logged("template_changed")).hasSize(2);
    }

    @Test
    void news_of_an_account_is_told_once_to_all_of_it() {
        CallbackBody disabled = CallbackBody.of(BUSINESS)
                .accountUpdate("DISABLED_UPDATE", Map.of("ban_info", Map.of("waba_ban_state", "DISABLE")));
        deliver(disabled);
        deliver(disabled);

        await().atMost(PATIENCE).until(() -> told("account_update").size() >= 2);
        assertThat(told("account_update")).containsExactlyInAnyOrder(BUSINESS.numberId(), SECOND.numberId());
        assertThat(logged("account_changed")).singleElement().satisfies(event -> {
            assertThat(event.get("endpoint")).isNull();
            assertThat(Seen.text(Seen.member(event, "account"), "change")).isEqualTo("disabled");
        });
    }

    @Test
    void an_error_that_Meta_reports_is_logged_with_its_code() {
        Logger logger = (Logger) LoggerFactory.getLogger("io.stele.server.api.hook.WhatsAppHook");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            deliver(CallbackBody.of(BUSINESS).errors(130429, "Rate limit hit", "What somebody wrote."));
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anySatisfy(line -> assertThat(line).contains("130429", "Rate limit hit").doesNotContain("somebody"));
    }
}
