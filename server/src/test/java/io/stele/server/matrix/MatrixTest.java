package io.stele.server.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of content, written through each API that can say it, read through all three, field by field. */
abstract class MatrixTest extends SteleServerTest {

    static Stream<MatrixCase> cases() {
        return MatrixCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_written_through_one_is_read_through_all(MatrixCase message) {
        Cast cast = cast();

        cast.write(http(), message);

        // a file that was sent has a link until it turns out to be gone
        await().untilAsserted(() -> {
            JsonNode zavu = zavu(message, cast);
            JsonNode kapso = kapso(cast);
            JsonNode chirp = chirp(cast);
            assertThat(cast.masked(Shown.zavu(zavu))).as("Zavu").isEqualTo(Sorted.text(message.zavu()));
            assertThat(cast.masked(Shown.kapso(kapso))).as("Kapso").isEqualTo(Sorted.text(message.kapso()));
            assertThat(cast.masked(Shown.chirp(chirp))).as("Chirp").isEqualTo(Sorted.text(message.chirp()));
        });
    }

    private Cast cast() {
        String customer = RunningStele.newCustomer();
        String zavu = stele().writeIn(customer);
        String wamid = newestOfKapso(customer).string("data", 0, "id");
        return new Cast(tenant(), customer, zavu, wamid, newestOfChirp().string("messages", 0, "id"));
    }

    /** Zavu's: the newest of the conversation, and the same one by its id. */
    private JsonNode zavu(MatrixCase message, Cast cast) {
        Answer first = http().get("/v1/messages/" + cast.zavuInbound(), tenant().zavu());
        String thread = first.string("message", "conversationId");
        JsonNode listed = http().get("/v1/conversations/" + thread + "/messages?limit=1", tenant().zavu())
                .at("items", 0);
        Answer single = http().get("/v1/messages/" + id(listed), tenant().zavu());
        assertThat(Sorted.text(Shown.zavu(single.at("message")))).as(message.name()).isEqualTo(Sorted.text(Shown.zavu(listed)));
        return listed;
    }

    private JsonNode kapso(Cast cast) {
        JsonNode listed = newestOfKapso(cast.customer()).at("data", 0);
        Answer single = http().send(
                        "GET",
                        "/meta/whatsapp/v24.0/" + tenant().phoneNumberId() + "/messages/" + id(listed),
                        Map.of("X-API-Key", tenant().kapso()),
                        null);
        assertThat(Sorted.text(Shown.kapso(single.body()))).isEqualTo(Sorted.text(Shown.kapso(listed)));
        return listed;
    }

    private JsonNode chirp(Cast cast) {
        JsonNode listed = newestOfChirp().at("messages", 0);
        assertThat(Sorted.text(listed)).contains(cast.customer());
        Answer single = http().get("/v1/organization/whatsapp/messages/" + id(listed), tenant().chirpAdmin());
        assertThat(Sorted.text(Shown.chirp(single.body()))).isEqualTo(Sorted.text(Shown.chirp(listed)));
        return listed;
    }

    private Answer newestOfKapso(String customer) {
        return http().send(
                        "GET",
                        "/platform/v1/whatsapp/messages?limit=1&phone_number=" + customer.substring(1),
                        Map.of("X-API-Key", tenant().kapso()),
                        null);
    }

    private Answer newestOfChirp() {
        return http().get("/v1/organization/whatsapp/messages?limit=1", tenant().chirpAdmin());
    }

    private static String id(JsonNode message) {
        JsonNode id = message.get("id");
        if (id == null) {
            throw new AssertionError("no message: " + Sorted.text(message));
        }
        return id.getStringValue();
    }
}
