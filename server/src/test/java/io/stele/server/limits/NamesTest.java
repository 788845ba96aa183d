package io.stele.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A name with a NUL or half a character, which no database keeps, is refused by its field; what a person or a provider says is kept without. */
abstract class NamesTest extends SteleServerTest {

    static Stream<Arguments> names() {
        return Stream.of(
                        Arguments.of("POST", "/v1/senders", "{'name':'$'}", "name"),
                        Arguments.of("PATCH", "/v1/senders/{sender}", "{'name':'$'}", "name"),
                        Arguments.of("POST", "/platform/v1/customers", "{'customer':{'name':'$'}}", "customer.name"),
                        Arguments.of(
                                "POST",
                                "/platform/v1/customers",
                                "{'customer':{'name':'A','external_customer_id':'$'}}",
                                "customer.external_customer_id"),
                        Arguments.of("PATCH", "/platform/v1/whatsapp/contacts/{contact}", "{'contact':{'display_name':'$'}}", "contact.display_name"),
                        Arguments.of("PATCH", "/platform/v1/whatsapp/contacts/{contact}", "{'contact':{'profile_name':'$'}}", "contact.profile_name"),
                        Arguments.of("PATCH", "/meta/whatsapp/v24.0/{number}/contacts/{contact}", "{'display_name':'$'}", "display_name"),
                        Arguments.of("POST", "/operator/projects", "{'name':'$'}", "name"))
                .flatMap(call -> Stream.of("a\\u0000b", "a\\ud800")
                        .map(name -> Arguments.of(call.get()[0], call.get()[1], ((String) call.get()[2]).replace("$", name), call.get()[3])));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_that_cannot_be_kept_is_refused(String method, String path, String body, String field) {
        String contact = stele().customerInConversation().substring(1);
        String key = path.startsWith("/operator") ? RunningStele.OPERATOR : tenant().zavu();

        Answer answer = http().send(
                method,
                path.replace("{sender}", tenant().senderId()).replace("{number}", tenant().phoneNumberId()).replace("{contact}", contact),
                Map.of("Authorization", "Bearer " + key, "X-API-Key", tenant().kapso(), "Content-Type", "application/json"),
                body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.text()).contains(field + " must have whole characters and no NUL");
    }

    @Test
    void a_name_is_no_longer_than_any_name() {
        String contact = stele().customerInConversation().substring(1);
        for (int length : List.of(512, 513)) {
            Answer answer = http().send(
                    "PATCH",
                    "/platform/v1/whatsapp/contacts/" + contact,
                    Map.of("X-API-Key", tenant().kapso(), "Content-Type", "application/json"),
                    "{\"contact\":{\"display_name\":\"" + "x".repeat(length) + "\"}}");

            assertThat(answer.status() == 200).as(answer.text()).isEqualTo(length == 512);
            assertThat(answer.text().contains("contact.display_name must have at most 512 characters")).isEqualTo(length == 513);
        }
    }

    @Test
    void what_people_say_is_kept_as_it_is_and_what_they_call_themselves_without_what_cannot_be_kept() {
        String customer = RunningStele.newCustomer();
        stele().writeIn(customer, tenant(), "{\"name\":\"A\\u0000na\",\"type\":\"text\",\"text\":{\"body\":\"h\\u0000i\"}}");

        Answer contact = http().send(
                "GET", "/platform/v1/whatsapp/contacts/" + customer.substring(1), Map.of("X-API-Key", tenant().kapso()), null);
        Answer messages = http().send(
                "GET",
                "/platform/v1/whatsapp/messages?phone_number=" + customer.substring(1),
                Map.of("X-API-Key", tenant().kapso()),
                null);

        assertThat(contact.string("data", "profile_name")).doesNotContain("\u0000").startsWith("A").endsWith("na");
        assertThat(messages.string("data", 0, "text", "body")).isEqualTo("h\u0000i");
    }

    @Test
    void metadata_is_kept_as_it_is() {
        Answer sent = http().post(
                "/v1/messages",
                tenant().zavu(),
                "{\"to\":\"%s\",\"text\":\"a\\u0000b\",\"metadata\":{\"k\\u0000\":\"v\\u0000\"}}".formatted(stele().customerInConversation()));
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);

        Answer read = http().get("/v1/messages/" + sent.string("message", "id"), tenant().zavu());

        JsonNode metadata = Http.parse("{\"k\\u0000\":\"v\\u0000\"}");
        assertThat(read.at("message", "metadata")).isEqualTo(metadata);
        assertThat(read.string("message", "text")).isEqualTo("a\u0000b");
    }
}
