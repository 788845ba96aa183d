package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.GraphControl;
import io.stele.graphstub.client.GraphStubProcess;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.Person;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import io.stele.server.matrix.Cast;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Base of the tests with a number on WhatsApp, which the project has connected and which Meta knows where to tell. */
abstract class WhatsAppTest extends SteleServerTest {

    static final Business BUSINESS = new Business("31500042", "15550100042", "208745501");
    static final String TOKEN = "token-of-the-number";
    static final String APP_SECRET = "secret-of-the-app";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GraphStubProcess graph = GraphStubProcess.with()
            .number(BUSINESS.numberId(), BUSINESS.account(), "+1 555-010-0042", TOKEN)
            .appSecret(APP_SECRET)
            .start();

    private @Nullable ConnectedNumber number;

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_GRAPH_URL", graph.root().toString());
    }

    @BeforeAll
    void connectTheNumber() {
        number = ConnectedNumber.connect(http(), tenant(), BUSINESS, TOKEN, APP_SECRET);
        meta().callback(number.hook());
    }

    @AfterAll
    void stopGraph() {
        graph.close();
    }

    @BeforeEach
    void forgetWhatWas() {
        meta().reset();
    }

    final GraphControl meta() {
        return graph.control();
    }

    final ConnectedNumber number() {
        return Objects.requireNonNull(number);
    }

    /** The project, by the number that it has connected. */
    final Tenant owner() {
        return number().tenant();
    }

    /** Somebody who has not written before. */
    static Person somebody() {
        return Person.phone(RunningStele.newCustomer().substring(1), "Ana Rivera");
    }

    /** Meta posts the message, which is taken in. @return its id */
    final String receive(Inbound message) {
        deliver(CallbackBody.of(BUSINESS, message));
        return message.id();
    }

    /** Meta posts the body, which is taken in. */
    final void deliver(CallbackBody body) {
        assertThat(meta().inbound(body).status()).isEqualTo(200);
    }

    /** Somebody new who has just written. */
    final Person customer() {
        Person customer = somebody();
        receive(Inbound.text(customer, "Hello"));
        return customer;
    }

    final Seen seen(String wamid) {
        return Seen.of(http(), owner(), wamid);
    }

    /** Somebody new who has just written, by the names of the matrix's cases. */
    final Cast cast(Person customer) {
        String wamid = receive(Inbound.text(customer, "Hello"));
        Seen first = seen(wamid);
        return new Cast(
                owner(), "+" + customer.digits(), Seen.text(first.zavu(), "id"), wamid, Seen.text(first.chirp(), "id"));
    }

    /** Sends a text by Zavu's API. @return its id there */
    final String send(Person to, String text) {
        Answer answer = http().post(
                "/v1/messages",
                owner().zavu(),
                "{\"to\":\"+%s\",\"channel\":\"whatsapp\",\"fallbackEnabled\":false,\"text\":\"%s\"}"
                        .formatted(to.digits(), text));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.string("message", "id");
    }

    /** How far the message is, by Zavu's API. */
    final String status(String id) {
        return http().get("/v1/messages/" + id, owner().zavu()).string("message", "status");
    }

    final void awaitStatus(String id, String status) {
        await().atMost(PATIENCE).until(() -> status(id), status::equals);
    }

    /** The one message that Graph has taken since the test began; waits for it. */
    final LedgerLine taken() {
        List<LedgerLine> taken = await().atMost(PATIENCE).until(() -> meta().accepted(), lines -> !lines.isEmpty());
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    /** An answer of Kapso's. */
    final Answer kapso(String path) {
        Answer answer = http().send("GET", path, Map.of("X-API-Key", owner().kapso()), null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }
}
