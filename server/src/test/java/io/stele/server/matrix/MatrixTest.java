package io.stele.server.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.stele.core.media.MediaQueue;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of content, written through each API that can say it, read through all three, field by field. */
abstract class MatrixTest extends SteleServerTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    static Stream<MatrixCase> cases() {
        return MatrixCase.all();
    }

    private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]+/media/[A-Za-z0-9_-]+");

    /** The people and messages of one case, by the names that its file uses. */
    private record Cast(String customer, String zavuInbound, String kapsoInbound, String chirpInbound) {}

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_written_through_one_is_read_through_all(MatrixCase message) {
        Cast cast = cast();

        write(message, cast);

        JsonNode zavu = zavu(message, cast);
        JsonNode kapso = kapso(cast);
        JsonNode chirp = chirp(cast);
        assertThat(masked(Shown.zavu(zavu), cast)).as("Zavu").isEqualTo(text(message.zavu()));
        assertThat(masked(Shown.kapso(kapso), cast)).as("Kapso").isEqualTo(text(message.kapso()));
        assertThat(masked(Shown.chirp(chirp), cast)).as("Chirp").isEqualTo(text(message.chirp()));
    }

    private Cast cast() {
        String customer = RunningStele.newCustomer();
        String zavu = stele().writeIn(customer);
        String wamid = newestOfKapso(customer).string("data", 0, "id");
        return new Cast(customer, zavu, wamid, newestOfChirp().string("messages", 0, "id"));
    }

    private void write(MatrixCase message, Cast cast) {
        Answer answer = switch (message.through()) {
            case "zavu" -> http().post("/v1/messages", tenant().zavu(), body(message, cast, cast.zavuInbound()));
            case "kapso" -> http().post(
                            "/meta/whatsapp/v23.0/" + tenant().phoneNumberId() + "/messages",
                            tenant().kapso(),
                            body(message, cast, cast.kapsoInbound()));
            case "chirp" -> http().post(
                            "/v1/whatsapp/messages", tenant().chirpApp(), body(message, cast, cast.chirpInbound()));
            case "chirp-template" -> http().post(
                            "/v1/whatsapp/templates/send",
                            tenant().chirpApp(),
                            body(message, cast, cast.chirpInbound()));
            case "inbound" -> http().post(
                            "/sandbox/inbound", tenant().zavu(), body(message, cast, cast.zavuInbound()));
            default -> throw new IllegalArgumentException(message.through());
        };
        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        awaitFiles();
    }

    /** What is known of a file changes until it has been fetched. */
    private void awaitFiles() {
        MediaQueue queue = stele().server().context().getBean(MediaQueue.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> queue.nextDue(Set.of()).isEmpty());
    }

    /** Zavu's: the newest of the conversation, and the same one by its id. */
    private JsonNode zavu(MatrixCase message, Cast cast) {
        Answer first = http().get("/v1/messages/" + cast.zavuInbound(), tenant().zavu());
        String thread = first.string("message", "conversationId");
        JsonNode listed = http().get("/v1/conversations/" + thread + "/messages?limit=1", tenant().zavu())
                .at("items", 0);
        Answer single = http().get("/v1/messages/" + id(listed), tenant().zavu());
        assertThat(text(Shown.zavu(single.at("message")))).as(message.name()).isEqualTo(text(Shown.zavu(listed)));
        return listed;
    }

    private JsonNode kapso(Cast cast) {
        JsonNode listed = newestOfKapso(cast.customer()).at("data", 0);
        Answer single = http().send(
                        "GET",
                        "/meta/whatsapp/v24.0/" + tenant().phoneNumberId() + "/messages/" + id(listed),
                        Map.of("X-API-Key", tenant().kapso()),
                        null);
        assertThat(text(Shown.kapso(single.body()))).isEqualTo(text(Shown.kapso(listed)));
        return listed;
    }

    private JsonNode chirp(Cast cast) {
        JsonNode listed = newestOfChirp().at("messages", 0);
        assertThat(text(listed)).contains(cast.customer());
        Answer single = http().get("/v1/organization/whatsapp/messages/" + id(listed), tenant().chirpAdmin());
        assertThat(text(Shown.chirp(single.body()))).isEqualTo(text(Shown.chirp(listed)));
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

    private String body(MatrixCase message, Cast cast, String inbound) {
        return text(message.body())
                .replace("$customer", cast.customer())
                .replace("$numberDigits", tenant().phoneNumber().substring(1))
                .replace("$number", tenant().phoneNumber())
                .replace("$inboundWamid", cast.kapsoInbound())
                .replace("$inbound", inbound);
    }

    private String masked(JsonNode shown, Cast cast) {
        return text(shown)
                .replace(cast.customer(), "$customer")
                .replace(cast.customer().substring(1), "$digits")
                .replace(tenant().phoneNumber(), "$number")
                .replace(tenant().phoneNumber().substring(1), "$numberDigits")
                .replace(cast.kapsoInbound(), "$inboundWamid")
                .replace(cast.zavuInbound(), "$inbound")
                .replace(cast.chirpInbound(), "$inbound");
    }

    private static String id(JsonNode message) {
        JsonNode id = message.get("id");
        if (id == null) {
            throw new AssertionError("no message: " + text(message));
        }
        return id.getStringValue();
    }

    /** The tree as text, with the members of each object in alphabetical order, and our links to files as {@code $link}. */
    private static String text(JsonNode tree) {
        try {
            String text = new String(JSON.writeValueAsBytes(sorted(tree)), StandardCharsets.UTF_8);
            return LINK.matcher(text).replaceAll(Matcher.quoteReplacement("$link"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sorted(JsonNode tree) {
        if (tree.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            tree.values().forEach(element -> elements.add(sorted(element)));
            return JsonNode.createArrayNode(elements);
        }
        if (!tree.isObject()) {
            return tree;
        }
        Map<String, JsonNode> members = new TreeMap<>();
        tree.entries().forEach(entry -> members.put(entry.getKey(), sorted(entry.getValue())));
        return JsonNode.createObjectNode(members);
    }
}
