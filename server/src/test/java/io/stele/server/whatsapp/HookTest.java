package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.graphstub.callback.CallbackPoster.Handshake;
import io.stele.graphstub.callback.CallbackPoster.Signing;
import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.server.Answer;
import io.stele.server.Tenant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may post to a number's address, and what comes of what is posted. */
abstract class HookTest extends WhatsAppTest {

    private static final String OTHER_TOKEN = "token-of-the-other-number";
    private static final String SIGNED = "X-Hub-Signature-256: sha256=" + "0".repeat(64);
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    @AfterEach
    void tellTheNumberAgain() {
        meta().callback(number().hook());
        meta().appSecret(APP_SECRET);
    }

    @Test
    void meta_is_told_that_the_address_is_right() {
        assertThat(meta().handshake(number().verifyToken(), "1158201444"))
                .isEqualTo(new Handshake(200, "1158201444", true));
        assertThat(meta().handshake("guessed", "1158201444").status()).isEqualTo(401);
        assertThat(meta().handshake("unsubscribe", number().verifyToken(), "1").verified()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Signing.class,
            names = {"WRONG", "ABSENT"})
    void what_is_not_signed_is_refused_and_not_stored(Signing signing) {
        Inbound message = Inbound.text(somebody(), "Forged");

        assertThat(meta().inboundOnce(CallbackBody.of(BUSINESS, message).json(), signing).status()).isEqualTo(401);

        assertThat(isKnown(owner(), message.id())).isFalse();
    }

    @Test
    void what_another_app_has_signed_is_refused_and_not_stored() {
        Inbound message = Inbound.text(somebody(), "Another app's");
        meta().appSecret("secret-of-another-app");

        assertThat(meta().inboundOnce(CallbackBody.of(BUSINESS, message).json(), Signing.RIGHT).status())
                .isEqualTo(401);

        assertThat(isKnown(owner(), message.id())).isFalse();
    }

    @Test
    void what_was_changed_after_it_was_signed_is_refused_and_not_stored() {
        Inbound message = Inbound.text(somebody(), "Pay 10");
        String body = CallbackBody.of(BUSINESS, message).json();
        String signature = signature(body);

        assertThat(post(number().hook(), body.replace("Pay 10", "Pay 99"), signature)).isEqualTo(401);
        assertThat(isKnown(owner(), message.id())).isFalse();

        assertThat(post(number().hook(), body, signature)).isEqualTo(200);
        assertThat(isKnown(owner(), message.id())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2ZZZZZZZZZZZZZZZZZZZZZZZZZZ", "7", "a%20b"})
    void an_address_that_is_nobodys_is_not_there(String endpoint) {
        URI address = URI.create(stele().url() + "/hooks/whatsapp/" + endpoint);
        meta().callback(address);

        assertThat(meta().inboundOnce(CallbackBody.of(BUSINESS).json(), Signing.RIGHT).status()).isEqualTo(404);
        assertThat(meta().handshake(number().verifyToken(), "1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "entry=1", "{}{}"})
    void what_is_signed_and_no_json_is_refused_as_such(String body) {
        assertThat(post(number().hook(), body, signature(body))).isEqualTo(400);
    }

    @Test
    void as_much_as_meta_ever_posts_at_once_is_taken_in() {
        Person customer = somebody();
        String padding = "x".repeat(4_000);
        Inbound[] messages = IntStream.range(0, 720)
                .mapToObj(i -> Inbound.text(customer, i + padding))
                .toArray(Inbound[]::new);
        CallbackBody body = CallbackBody.of(BUSINESS).messages(messages);
        assertThat(body.json().length()).isBetween(2_900_000, 3_300_000);

        deliver(body);

        assertThat(isKnown(owner(), messages[0].id())).isTrue();
        assertThat(isKnown(owner(), messages[719].id())).isTrue();
        assertThat(kapso("/platform/v1/whatsapp/contacts/" + customer.digits()).at("data", "wa_id").getStringValue())
                .isEqualTo(customer.digits());
    }

    /** Sends a head alone: that it is answered shows that nobody waited for the body. */
    private String headOnly(String path, String... headers) throws IOException {
        return posted(path, List.of(headers), _ -> {});
    }

    private String posted(String path, List<String> headers, BodyOf body) throws IOException {
        try (Socket socket = new Socket(stele().url().getHost(), stele().url().getPort())) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + headers.stream().map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            body.write(socket.getOutputStream());
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        }
    }

    @FunctionalInterface
    private interface BodyOf {
        void write(OutputStream out) throws IOException;
    }

    @Test
    void a_body_is_not_waited_for_where_nobody_is_addressed() throws IOException {
        assertThat(headOnly("/hooks/whatsapp/nonsense", "Content-Length: 50000000", SIGNED)).contains(" 404 ");
        assertThat(headOnly("/hooks/nonsense", "Content-Length: 50000000", SIGNED)).contains(" 404 ");
        assertThat(headOnly("/health", "Content-Length: 50000000")).contains(" 405 ");
        assertThat(headOnly("/operator/projects", "Content-Length: 50000000")).contains(" 401 ");
        assertThat(headOnly("/operator/projects", "Content-Length: 50000000", "Authorization: Bearer guessed")).contains(" 401 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Other: 1", "X-Hub-Signature-256:", "X-Hub-Signature-256: sha256=00", "X-Hub-Signature-256: sha1=00"})
    void a_body_is_not_waited_for_without_a_signature(String header) throws IOException {
        assertThat(headOnly(number().hook().getPath(), "Content-Length: 50000000", header)).contains(" 401 ");
    }

    @Test
    void a_body_that_says_that_it_is_too_large_is_refused_before_it_comes() throws IOException {
        assertThat(headOnly(number().hook().getPath(), "Content-Length: 4194305", SIGNED)).contains(" 413 ");
    }

    @Test
    void a_body_that_does_not_say_how_large_it_is_is_refused_when_it_is_too_large() throws IOException {
        byte[] chunk = ("100000\r\n" + " ".repeat(1_048_576) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        String answer = posted(number().hook().getPath(), List.of("Transfer-Encoding: chunked", SIGNED), out -> {
            for (int i = 0; i < 4; i++) {
                out.write(chunk);
            }
            out.write("1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        });

        assertThat(answer).contains(" 413 ");
    }

    /** Eight are held at once, of the largest. */
    @Test
    void when_too_much_is_held_already_whoever_posts_is_asked_to_come_again() throws IOException {
        String path = number().hook().getPath();
        byte[] almost = new byte[4 * 1024 * 1024 - 1];
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket(stele().url().getHost(), stele().url().getPort());
                held.add(socket);
                socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + SIGNED + "\r\nContent-Length: "
                                + (almost.length + 1) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(almost);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(post(number().hook(), "{}" + " ".repeat(100), "sha256=" + "0".repeat(64)))
                    .isEqualTo(503));
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
        Inbound message = Inbound.text(somebody(), "After the flood");
        await().atMost(PATIENCE).until(() -> meta().inboundOnce(CallbackBody.of(BUSINESS, message).json(), Signing.RIGHT).status() == 200);
    }

    @Test
    void what_is_about_another_projects_number_is_not_taken_in_whoever_posts_it() {
        Business others = otherNumber();
        ConnectedNumber other =
                ConnectedNumber.connect(http(), stele().found("Neighbour"), others, OTHER_TOKEN, APP_SECRET);
        Inbound theirs = Inbound.text(somebody(), "For the neighbour");
        Inbound ours = Inbound.text(somebody(), "For us");

        deliver(CallbackBody.of(others, theirs).and(BUSINESS).messages(ours));

        assertThat(isKnown(owner(), ours.id())).isTrue();
        assertThat(isKnown(owner(), theirs.id())).isFalse();
        assertThat(isKnown(other.tenant(), theirs.id())).isFalse();
    }

    @Test
    void what_is_about_a_number_of_the_project_and_the_app_is_taken_in_at_the_address_of_any() {
        Business second = otherNumber();
        ConnectedNumber same = ConnectedNumber.connect(http(), tenant(), second, OTHER_TOKEN, APP_SECRET);
        Inbound toSecond = Inbound.text(somebody(), "To the second");

        deliver(CallbackBody.of(second, toSecond));

        assertThat(isKnown(same.tenant(), toSecond.id())).isTrue();
    }

    @Test
    void what_is_about_a_number_with_another_secret_is_refused_though_the_rest_is_taken_in() {
        Business third = otherNumber();
        ConnectedNumber another =
                ConnectedNumber.connect(http(), tenant(), third, OTHER_TOKEN, "secret-of-another-app");
        Inbound toThird = Inbound.text(somebody(), "To the third");
        Inbound ours = Inbound.text(somebody(), "For us");
        CallbackBody body = CallbackBody.of(third, toThird).and(BUSINESS).messages(ours);

        assertThat(meta().inboundOnce(body.json(), Signing.RIGHT).status()).isEqualTo(401);

        assertThat(isKnown(another.tenant(), toThird.id())).isFalse();
        assertThat(isKnown(owner(), ours.id())).isTrue();
    }

    @Test
    void while_an_apps_secret_is_changed_number_by_number_nothing_is_lost() {
        Business first = otherNumber();
        Business second = otherNumber();
        ConnectedNumber one = ConnectedNumber.connect(http(), tenant(), first, OTHER_TOKEN, APP_SECRET);
        ConnectedNumber two = ConnectedNumber.connect(http(), tenant(), second, OTHER_TOKEN, APP_SECRET);
        meta().callback(one.hook());
        Inbound before = Inbound.text(somebody(), "Signed with the old one");
        Inbound after = Inbound.text(somebody(), "Signed with the new one");

        setSecret(one, "new-secret-of-the-app");
        deliver(CallbackBody.of(second, before));
        meta().appSecret("new-secret-of-the-app");
        deliver(CallbackBody.of(second, after));

        assertThat(isKnown(two.tenant(), before.id())).isTrue();
        assertThat(isKnown(two.tenant(), after.id())).isTrue();
    }

    @Test
    void an_earlier_secret_is_good_until_the_new_one_is_set_again() {
        Business business = otherNumber();
        ConnectedNumber number = ConnectedNumber.connect(http(), tenant(), business, OTHER_TOKEN, APP_SECRET);
        meta().callback(number.hook());

        setSecret(number, "new-secret-of-the-app");
        setSecret(number, "new-secret-of-the-app");

        assertThat(meta().inboundOnce(CallbackBody.of(business, Inbound.text(somebody(), "Old")).json(), Signing.RIGHT)
                        .status())
                .isEqualTo(401);
    }

    private void setSecret(ConnectedNumber number, String secret) {
        Answer answer = http().send(
                "PATCH",
                "/platform/v1/whatsapp/phone_numbers/" + number.id(),
                Map.of("X-API-Key", number.tenant().kapso(), "Content-Type", "application/json"),
                "{\"whatsapp_phone_number\":{\"app_secret\":\"" + secret + "\"}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** A number that Meta knows, and that nobody has connected yet. */
    private Business otherNumber() {
        int next = NUMBERS.incrementAndGet();
        Business business = new Business("315001" + next, "15550100" + next, "208746" + next);
        meta().number(business.numberId(), business.account(), "+" + business.digits(), OTHER_TOKEN);
        return business;
    }

    private boolean isKnown(Tenant tenant, String wamid) {
        Answer answer = http().get("/v1/messages/" + wamid, tenant.zavu());
        assertThat(answer.status()).as(answer.text()).isIn(200, 404);
        return answer.status() == 200;
    }

    private int post(URI address, String body, String signature) {
        return http().send("POST", address.getPath(), Map.of("X-Hub-Signature-256", signature), body).status();
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
