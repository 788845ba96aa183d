package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.graphstub.callback.CallbackPoster.Signing;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.server.RunningStele;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Meta posts that a person has a new id, by whichever names it knows them: the log of events tells it, with the id that held before. */
abstract class IdentityNewsTest extends WhatsAppTest {

    static Stream<Arguments> forms() {
        return Stream.of(
                form("by number and id", UnaryOperator.identity()),
                form("by number, the id in the sentence", json -> json.replaceAll("\"from_user_id\":\"[^\"]*\",?", "")),
                form("by id", json -> json.replaceAll("\"from\":\"[^\"]*\"", "\"from\":\"\"")));
    }

    private static Arguments form(String name, UnaryOperator<String> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void a_new_id_is_told_with_the_one_before(String name, UnaryOperator<String> change) {
        String digits = RunningStele.newCustomer().substring(1);
        Person person = Person.phone(digits, "Ana Rivera").known("US.1" + digits, null);
        receive(Inbound.text(person, "Hello"));
        String contact = contact(digits);

        Inbound news = Inbound.changedUserId(person, "US.2" + digits);
        String body = change.apply(CallbackBody.of(BUSINESS, news).json());
        assertThat(body).contains("US.1" + digits);
        assertThat(meta().inboundOnce(body, Signing.RIGHT).status()).isEqualTo(200);
        assertThat(meta().inboundOnce(body, Signing.RIGHT).status()).isEqualTo(200);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(changes(contact)).containsExactly("US.1" + digits));
    }

    private String contact(String digits) {
        return kapso("/platform/v1/whatsapp/contacts/" + digits).string("data", "id");
    }

    /** The ids that no longer hold, of each change that is told of the contact. */
    private List<String> changes(String contact) {
        List<String> changes = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = http().get("/events?limit=200&after=" + after, owner().zavu()).at();
            if (page.get("events").size() == 0) {
                return changes;
            }
            for (JsonNode event : page.get("events").values()) {
                if (event.get("type").getStringValue().equals("identity_changed")
                        && event.get("contact").get("kapso").getStringValue().equals(contact)) {
                    changes.add(event.get("previous").get("userId").getStringValue());
                }
            }
            after = page.get("next").getLongValue();
        }
    }
}
