package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.Person;
import io.stele.graphstub.client.RegisteredMedia;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.RunningStele;
import io.stele.server.matrix.Cast;
import io.stele.server.matrix.MatrixCase;
import io.stele.server.matrix.Shown;
import io.stele.server.matrix.Sorted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write, as Meta posts it, and as all three APIs show it. */
abstract class InboundTest extends WhatsAppTest {

    private static final AtomicInteger USERS = new AtomicInteger();

    static Stream<MatrixCase> arrivals() {
        return MatrixCase.all().filter(message -> message.through().equals("inbound"));
    }

    @ParameterizedTest
    @MethodSource("arrivals")
    void what_a_person_writes_is_seen_through_all(MatrixCase message) {
        Person customer = somebody();
        Cast cast = cast(customer);
        Members told = Members.of(Json.read(cast.body(message, cast.kapsoInbound())));
        String type = told.text("type");
        Inbound inbound = Inbound.content(customer, type, told.get(type));
        for (String name : List.of("context", "referral", "errors")) {
            Object member = told.get(name);
            inbound = member == null ? inbound : inbound.and(name, member);
        }

        String wamid = receive(inbound);

        // a file that was sent has a link until it turns out that Meta does not have it
        await().atMost(PATIENCE).untilAsserted(() -> {
            Seen seen = seen(wamid);
            assertThat(cast.masked(Shown.zavu(seen.zavu()))).as("Zavu").isEqualTo(Sorted.text(message.zavu()));
            assertThat(cast.masked(Shown.kapso(seen.kapso()))).as("Kapso").isEqualTo(Sorted.text(message.kapso()));
            assertThat(cast.masked(Shown.chirp(seen.chirp()))).as("Chirp").isEqualTo(Sorted.text(message.chirp()));
        });
        Seen seen = seen(wamid);
        assertThat(Seen.text(seen.kapso(), "id")).isEqualTo(wamid);
        assertThat(Seen.text(seen.kapso(), "from")).isEqualTo(customer.digits());
        assertThat(Seen.text(seen.chirp(), "contactName")).isEqualTo("Ana Rivera");
    }

    static Stream<Arguments> kinds() {
        RegisteredMedia file = new RegisteredMedia("1001", "image/jpeg", "c2hh", "https://media.example.com/1001");
        return Stream.of(
                kind("text", "text", "text", (who, _) -> Inbound.text(who, "Hi")),
                kind("text", "text", "text", (who, _) -> Inbound.text(who, "Hi").forwarded()),
                kind("text", "text", "text", (who, _) -> Inbound.text(who, "Hi").frequentlyForwarded()),
                kind("text", "text", "text", (who, _) -> Inbound.text(who, "Hi").fromAdvertisement("ad-1", "Bread")),
                kind("text", "text", "text", (who, first) -> Inbound.text(who, "Hi").quoting(BUSINESS.digits(), first)),
                kind("text", "text", "text", (who, first) ->
                        Inbound.text(who, "Fresh?").aboutProduct(BUSINESS.digits(), first, "c1", "sku-1")),
                kind("image", "image", "image", (who, _) -> Inbound.image(who, file, "Look")),
                kind("video", "video", "video", (who, _) -> Inbound.video(who, file, null)),
                kind("audio", "audio", "audio", (who, _) -> Inbound.audio(who, file, true)),
                kind("document", "document", "document", (who, _) -> Inbound.document(who, file, "a.pdf", "Bill")),
                kind("sticker", "sticker", "sticker", (who, _) -> Inbound.sticker(who, file, true)),
                kind("location", "location", "location", (who, _) ->
                        Inbound.location(who, "40.4168", "-3.7038", "Sol", "Madrid")),
                kind("contact", "contacts", "contacts", (who, _) ->
                        Inbound.contact(who, "Luis P.", "+1 555-010-0333", "15550100333")),
                kind("text", "button", "button", (who, _) -> Inbound.button(who, "Yes", "yes-1")),
                kind("text", "interactive", "interactive", (who, _) -> Inbound.buttonReply(who, "y", "Yes")),
                kind("text", "interactive", "interactive", (who, _) -> Inbound.listReply(who, "s1", "20:30", null)),
                kind("text", "interactive", "interactive", (who, _) ->
                        Inbound.formReply(who, "flow", "Sent", "{\"flow_token\":\"t1\"}")),
                kind("text", "interactive", "interactive", (who, _) ->
                        Inbound.formReply(who, "address_message", "Sent", "{\"values\":{\"city\":\"Pune\"}}")),
                kind("text", "interactive", "unknown", (who, _) -> Inbound.callPermissionReply(who, true, false)),
                kind("text", "order", "order", (who, _) -> Inbound.order(who, "c1", "Please", List.of(Map.of(
                        "product_retailer_id", "sku-1", "quantity", 2, "item_price", 4, "currency", "EUR")))),
                kind("reaction", "reaction", "reaction", (who, first) -> Inbound.reaction(who, first, "❤️")),
                kind("reaction", "reaction", "reaction", (who, first) -> Inbound.reactionRemoval(who, first)),
                kind("text", "system", "system", (who, _) ->
                        Inbound.changedNumber(who, RunningStele.newCustomer().substring(1))),
                kind("text", "request_welcome", "unknown", (who, _) -> Inbound.requestWelcome(who)),
                kind("text", "unsupported", "unknown", (who, _) -> Inbound.unsupported(who, "poll")));
    }

    private static Arguments kind(
            String zavu, String kapso, String chirp, BiFunction<Person, String, Inbound> message) {
        return Arguments.of(zavu, kapso, chirp, message);
    }

    @ParameterizedTest(name = "{index} {1}")
    @MethodSource("kinds")
    void every_kind_that_Meta_posts_is_taken_in(
            String zavu, String kapso, String chirp, BiFunction<Person, String, Inbound> message) {
        Person customer = somebody();
        String first = receive(Inbound.text(customer, "Hello"));

        Seen seen = seen(receive(message.apply(customer, first)));

        assertThat(Seen.text(seen.zavu(), "messageType")).isEqualTo(zavu);
        assertThat(Seen.text(seen.kapso(), "type")).isEqualTo(kapso);
        assertThat(Seen.text(seen.chirp(), "type")).isEqualTo(chirp);
    }

    @Test
    void a_file_that_a_person_sends_is_had_from_Meta_by_the_link_of_each_api() {
        String content = "not really a picture";
        RegisteredMedia file =
                meta().media(BUSINESS.numberId(), "image/png", content.getBytes(StandardCharsets.US_ASCII));

        Seen seen = seen(receive(Inbound.image(somebody(), file, "Look")));

        List<String> links = List.of(
                Seen.text(Seen.member(seen.zavu(), "content"), "mediaUrl"),
                Seen.text(Seen.member(seen.kapso(), "kapso"), "media_url"),
                Seen.text(seen.chirp(), "mediaUrl"));
        assertThat(links).allSatisfy(link -> {
            Answer answer = http().send("GET", link.replace(stele().url().toString(), ""), Map.of(), null);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo(content);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        });
    }

    @Test
    void entries_and_changes_of_one_body_are_all_taken_in() {
        Person ana = somebody();
        Person luis = somebody();
        Inbound one = Inbound.text(ana, "One");
        Inbound two = Inbound.text(ana, "Two");
        Inbound three = Inbound.text(luis, "Three");
        Inbound nobodys = Inbound.text(luis, "For a number that is not ours");
        String sent = send(customer(), "Sent");
        String wamid = Objects.requireNonNull(taken().wamid());

        deliver(CallbackBody.of(BUSINESS)
                .messages(one, two)
                .statuses(List.of(Map.of(
                        "id", wamid,
                        "status", "delivered",
                        "timestamp", "1772438400",
                        "recipient_id", "15550100777")))
                .and(new Business("31500043", "15550100043", "208745502"))
                .messages(nobodys)
                .and(BUSINESS)
                .messages(three));

        assertThat(Stream.of(one, two, three).map(each -> Seen.text(seen(each.id()).zavu(), "text")))
                .containsExactly("One", "Two", "Three");
        assertThat(status(sent)).isEqualTo("delivered");
        assertThat(http().get("/v1/messages/" + nobodys.id(), owner().zavu()).status()).isEqualTo(404);
    }

    @Test
    void what_the_business_writes_on_its_phone_is_seen_as_sent() {
        Person customer = customer();
        Inbound echo = Inbound.text(customer, "From the phone");

        deliver(CallbackBody.of(BUSINESS).echoes(echo));

        Seen seen = seen(echo.id());
        assertThat(Seen.text(seen.zavu(), "direction")).isEqualTo("outbound");
        assertThat(Seen.text(seen.zavu(), "to")).isEqualTo("+" + customer.digits());
        assertThat(Seen.text(seen.chirp(), "direction")).isEqualTo("OUTBOUND");
        JsonNode extensions = Seen.member(seen.platform(), "kapso");
        assertThat(Seen.text(extensions, "direction")).isEqualTo("outbound");
        assertThat(Seen.text(extensions, "origin")).isEqualTo("business_app");
        assertThat(seen.zavuStatus()).isEqualTo("sent");
        assertThat(meta().accepted()).isEmpty();
    }

    @Test
    void a_name_that_a_person_has_taken_is_taken_over() {
        Person before = somebody();
        receive(Inbound.text(before, "Hello"));

        String wamid = receive(Inbound.text(Person.phone(before.digits(), "Ana M. Rivera"), "Again"));

        assertThat(Seen.text(seen(wamid).chirp(), "contactName")).isEqualTo("Ana M. Rivera");
        assertThat(kapso("/platform/v1/whatsapp/contacts/" + before.digits()).string("data", "profile_name"))
                .isEqualTo("Ana M. Rivera");
    }

    @Test
    void a_person_without_a_number_is_answered_by_user_id_and_known_again_when_the_number_comes() {
        String userId = "US.1349120865530274" + USERS.incrementAndGet();
        Person unnamed = Person.user(userId, "Mara", "mara.r");
        Seen first = seen(receive(Inbound.text(unnamed, "Hello")));

        Answer reply = http().send(
                "POST",
                "/meta/whatsapp/v24.0/" + number().id() + "/messages",
                Map.of("X-API-Key", owner().kapso(), "Content-Type", "application/json"),
                "{\"messaging_product\":\"whatsapp\",\"recipient\":\"" + userId
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        LedgerLine taken = taken();
        JsonNode request = Http.parse(Objects.requireNonNull(taken.body()));
        assertThat(Seen.text(request, "recipient")).isEqualTo(userId);
        assertThat(request.get("to")).isNull();

        String digits = RunningStele.newCustomer().substring(1);
        Seen later = seen(receive(Inbound.text(Person.phone(digits, "Mara").known(userId, "mara.r"), "My number")));
        Seen byNumber = seen(receive(Inbound.text(Person.phone(digits, "Mara"), "Only the number")));

        assertThat(Stream.of(later, byNumber).map(InboundTest::thread)).containsOnly(thread(first));
        assertThat(Stream.of(later, byNumber).map(InboundTest::conversation)).containsOnly(conversation(first));
        assertThat(kapso("/platform/v1/whatsapp/contacts?wa_id_contains=" + digits)
                        .at("data")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void zavu_and_chirp_answer_a_person_without_a_number_too() {
        String userId = "US.1349120865530274" + USERS.incrementAndGet();
        receive(Inbound.text(Person.user(userId, "Mara", "mara.r"), "Hello"));

        Answer zavu = http().post(
                "/v1/messages",
                owner().zavu(),
                "{\"to\":\"" + userId + "\",\"channel\":\"whatsapp\",\"text\":\"By Zavu\"}");
        Answer chirp = http().post(
                "/v1/whatsapp/messages",
                owner().chirpApp(),
                "{\"from\":\"" + owner().phoneNumber() + "\",\"to\":\"" + userId
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"By Chirp\"}}");

        assertThat(zavu.status()).as(zavu.text()).isEqualTo(202);
        assertThat(chirp.status()).as(chirp.text()).isBetween(200, 202);
        await().atMost(PATIENCE).until(() -> meta().accepted().size() == 2);
        assertThat(meta().accepted()).extracting(LedgerLine::recipient).containsOnly(userId);
    }

    private static String thread(Seen seen) {
        return Seen.text(seen.zavu(), "conversationId");
    }

    private static String conversation(Seen seen) {
        return Seen.text(Seen.member(seen.kapso(), "kapso"), "whatsapp_conversation_id");
    }
}
