package io.stele.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.SteleServerTest;
import io.stele.server.store.sql.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events say by what name the provider knows the message, as soon as that is known. */
abstract class ProviderNamesTest extends SteleServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private String send(String to) {
        Answer answer = http().post(
                        "/v1/messages",
                        tenant().zavu(),
                        "{\"to\":\"%s\",\"channel\":\"whatsapp\",\"fallbackEnabled\":false,\"text\":\"Hi\"}".formatted(to));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.string("message", "id");
    }

    private List<JsonNode> events(String message, String type) {
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode event : http().get("/events?after=0&limit=200", tenant().zavu()).at("events").values()) {
            JsonNode told = event.get("message");
            if (told != null
                    && told.get("zavu").getStringValue().equals(message)
                    && event.get("type").getStringValue().equals(type)) {
                events.add(told);
            }
        }
        return events;
    }

    private List<String> storedNames() {
        Database database = stele().server().context().getBean(Database.class);
        return database.read(session -> session.list(
                row -> row.text("provider_message_id"),
                "select provider_message_id from message where direction = 'OUTBOUND' and provider_message_id is not null"));
    }

    @Test
    void each_step_of_a_message_names_it_as_its_provider_does() {
        String message = send(stele().customerInConversation());

        await().atMost(PATIENCE).until(() -> events(message, "message_progressed").size() == 3);

        assertThat(storedNames()).hasSize(1);
        assertThat(events(message, "message_progressed"))
                .extracting(told -> told.get("provider").getStringValue())
                .containsOnly(storedNames().getFirst());
        assertThat(events(message, "message_queued"))
                .singleElement()
                .satisfies(told -> assertThat(told.get("provider")).isNull());
    }
}
