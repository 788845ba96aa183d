package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.fault.Fault.Ending;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which an answer can go wrong, as the other side sees it and as the ledger tells it. */
class FaultsTest {

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void reset() {
        shop.control.reset();
    }

    @Test
    void answersAnyError() {
        shop.control.add(Fault.error(429, 130429, "Rate limit hit", "Too fast.").with("Retry-After", "7"));

        HttpResponse<String> response = send();

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        assertThat(response.body())
                .contains("\"message\":\"(#130429) Rate limit hit\"", "\"code\":130429,", "\"details\":\"Too fast.\"");
        assertThat(verdicts()).containsExactly("faulted");
        assertThat(send().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 502, 503, 504})
    void answersAPage(int status) {
        shop.control.add(Fault.page(status));

        HttpResponse<String> response = send();

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
        assertThat(verdicts()).containsExactly("faulted");
    }

    @Test
    void answersLate() {
        shop.control.add(Fault.late(Duration.ofMillis(300)));

        long start = System.nanoTime();
        HttpResponse<String> response = send();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(shop.control.accepted()).extracting(LedgerLine::wamid).containsExactly(Shop.wamid(response));
    }

    @Test
    void takesAMessageAndAnswersAnErrorAllTheSame() {
        shop.control.add(Fault.error(500, 131000, "Something went wrong", "x").butTaken());

        assertThat(send().statusCode()).isEqualTo(500);
        assertThat(verdicts()).containsExactly("accepted");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hangsUpWithoutAnAnswer(boolean taken) throws IOException {
        add(Ending.CLOSED, taken);

        try (RawConnection connection = sent()) {
            assertThat(connection.readAll()).isEmpty();
        }
        assertThat(verdicts()).containsExactly(taken ? "accepted" : "faulted");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resetsTheConnection(boolean taken) throws IOException {
        add(Ending.RESET, taken);

        try (RawConnection connection = sent()) {
            assertThatThrownBy(connection::readAll).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        assertThat(verdicts()).containsExactly(taken ? "accepted" : "faulted");
    }

    @Test
    void hangsUpUnread() throws IOException {
        shop.control.add(Fault.of(Ending.CLOSED_UNREAD));

        try (RawConnection connection = sent()) {
            assertThat(connection.readAll()).isEmpty();
        }
        assertThat(shop.control.ledger()).extracting(LedgerLine::kind).doesNotContain("request");
        assertThat(shop.control.faultsLeft()).isZero();
    }

    @Test
    void sendsHalfAnAnswer() throws IOException {
        shop.control.add(Fault.of(Ending.HALF));

        try (RawConnection connection = sent()) {
            String answer = connection.readAll();
            String body = body(answer);
            assertThat(length(answer)).isBetween(2 * body.length(), 2 * body.length() + 1);
            assertThat(body).startsWith("{\"messaging_product\":");
        }
        assertThat(verdicts()).containsExactly("accepted");
    }

    @Test
    void sendsTheAnswerByteByByte() throws IOException {
        shop.control.add(Fault.slow(Duration.ofMillis(10)));

        long start = System.nanoTime();
        try (RawConnection connection = sent()) {
            String answer = connection.readAll();
            assertThat(body(answer)).hasSize(length(answer)).endsWith("}]}");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(10L * length(answer)));
        }
    }

    @Test
    void promisesMoreThanItSends() throws IOException {
        shop.control.add(Fault.of(Ending.TOO_SHORT));

        try (RawConnection connection = sent()) {
            String answer = connection.readAll();
            assertThat(length(answer)).isEqualTo(body(answer).length() + 10);
        }
    }

    @Test
    void sendsMoreThanItPromised() throws IOException {
        shop.control.add(Fault.of(Ending.TOO_LONG));

        try (RawConnection connection = sent()) {
            String answer = connection.readAll();
            assertThat(length(answer)).isEqualTo(body(answer).length() - 10);
        }
    }

    @Test
    void sendsWhatIsNoJson() {
        shop.control.add(Fault.of(Ending.MALFORMED));

        HttpResponse<String> response = send();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("{\"messaging_product\":").doesNotEndWith("}");
        assertThat(verdicts()).containsExactly("accepted");
    }

    @Test
    void sendsAnEmptyObject() {
        shop.control.add(Fault.of(Ending.EMPTY));

        assertThat(send().body()).isEqualTo("{}");
        assertThat(verdicts()).containsExactly("faulted");
    }

    @Test
    void meetsTheNextRequestsInTurn() {
        shop.control.add(Fault.page(502).times(2), Fault.page(503));

        assertThat(List.of(send(), send(), send(), send()))
                .extracting(HttpResponse::statusCode)
                .containsExactly(502, 502, 503, 200);
    }

    @Test
    void meetsOneRecipientOnly() {
        shop.control.add(Fault.page(502).to("+1 555 010 0788"));

        assertThat(send().statusCode()).isEqualTo(200);
        assertThat(shop.send(Shop.text("15550100788", "a")).statusCode()).isEqualTo(502);
        assertThat(shop.send(Shop.text("15550100788", "a")).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesARequestThatIsWrongAlone() {
        shop.control.add(Fault.page(502));

        assertThat(shop.send("{'messaging_product':'whatsapp','to':'15550100777','text':{}}").statusCode()).isEqualTo(400);
        assertThat(shop.control.faultsLeft()).isEqualTo(1);
        assertThat(send().statusCode()).isEqualTo(502);
    }

    @Test
    void meetsOtherPathsWhenTold() {
        shop.control.add(Fault.page(502).on("number"), Fault.page(503).on("any"));

        assertThat(shop.get("/v23.0/" + Shop.NUMBER).statusCode()).isEqualTo(502);
        assertThat(send().statusCode()).isEqualTo(503);
    }

    @Test
    void hangsUpUnreadOnOtherPathsWhenTold() throws IOException {
        shop.control.add(Fault.of(Ending.CLOSED_UNREAD).on("number"));

        assertThat(send().statusCode()).isEqualTo(200);
        try (RawConnection connection = new RawConnection(shop.stub.root())) {
            connection.write("GET /v23.0/" + Shop.NUMBER + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(connection.readAll()).isEmpty();
        }
    }

    @Test
    void forgetsFaults() {
        shop.control.add(Fault.page(502).times(10));

        shop.control.clearFaults();

        assertThat(send().statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAFaultThatCannotBe() {
        assertThatThrownBy(() -> shop.control.add(Fault.of(Ending.CLOSED_UNREAD).to("15550100777")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("knows neither recipient");
        assertThatThrownBy(() -> Fault.of(Ending.ERROR)).hasMessageContaining("error is missing");
        assertThatThrownBy(() -> Fault.page(502).on("fax")).hasMessageContaining("endpoint must be one of");
        assertThatThrownBy(() -> Fault.page(502).times(0)).hasMessageContaining("times");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'ending':'HALF','taken':false}",
        "{'ending':'ERROR'}",
        "{'ending':'NOTHING'}",
        "{'endpoint':'fax','ending':'PAGE'}",
        "{'ending':'PAGE','times':'often'}",
        "{}",
        "'PAGE'",
        "{"
    })
    void refusesAScriptThatMakesNoSense(String script) {
        HttpResponse<String> response = shop.post("/control/faults", script);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"error\":\"");
        assertThat(shop.control.faultsLeft()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Ending.class, names = {"CLOSED", "RESET", "HALF", "CLOSED_UNREAD", "TOO_SHORT"})
    void goesOnWithOtherConnections(Ending ending) throws IOException {
        shop.control.add(Fault.of(ending));

        try (RawConnection connection = sent()) {
            connection.readAll();
        } catch (SocketException e) {
            // As it was told.
        }
        assertThat(send().statusCode()).isEqualTo(200);
    }

    private static void add(Ending ending, boolean taken) {
        shop.control.add(taken ? Fault.of(ending).butTaken() : Fault.of(ending));
    }

    private static HttpResponse<String> send() {
        return shop.send(Shop.text("15550100777", "a"));
    }

    private static RawConnection sent() throws IOException {
        return new RawConnection(shop.stub.root()).write(RawConnection.message(Shop.text("15550100777", "a")));
    }

    private static List<String> verdicts() {
        return shop.control.ledger().stream().filter(line -> line.kind().equals("request")).map(LedgerLine::verdict).toList();
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static int length(String answer) {
        String name = "Content-Length: ";
        int start = answer.indexOf(name) + name.length();
        return Integer.parseInt(answer.substring(start, answer.indexOf('\r', start)));
    }
}
