package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.graphstub.callback.Attempt;
import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.GraphControl;
import io.stele.graphstub.client.GraphStubProcess;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.server.Answer;
import io.stele.server.OnPostgres;
import io.stele.server.RunningStele;
import io.stele.server.Tenant;
import io.stele.server.store.Together;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meta posts to two nodes that share a database: whatever comes to both at once is taken in once. */
class TwoNodesTest implements OnPostgres {

    private static final Business BUSINESS = WhatsAppTest.BUSINESS;

    @Test
    void oneBodyThatComesToBothManyTimesIsOneMessage(@TempDir Path directory) throws Exception {
        Person customer = WhatsAppTest.somebody();
        Inbound message = Inbound.text(customer, "Once");

        postToBoth(directory, _ -> CallbackBody.of(BUSINESS, message), 1);
    }

    @Test
    void manyFirstMessagesOfOnePersonAreOfOneContactAndOneConversation(@TempDir Path directory) throws Exception {
        Person customer = WhatsAppTest.somebody();

        postToBoth(directory, i -> CallbackBody.of(BUSINESS, Inbound.text(customer, "First " + i)), AtOnceTest.TIMES);
    }

    /** The other node has just answered for the project, and remembers it as it was. */
    @Test
    void aNumberThatOneNodeHasConnectedIsServedByTheOtherAtOnce(@TempDir Path directory) {
        Business second = new Business("31500042", "15550100043", "208745502");
        try (GraphStubProcess graph = graph()) {
            graph.control().number(second.numberId(), second.account(), "+" + second.digits(), WhatsAppTest.TOKEN);
            Map<String, String> environment = environment(directory, graph);
            try (RunningStele one = RunningStele.start(environment, directory);
                    RunningStele other = RunningStele.start(environment, directory)) {
                ConnectedNumber first = connect(one, BUSINESS);
                graph.control().callback(URI.create(other.url() + first.hook().getPath()));
                Inbound known = Inbound.text(WhatsAppTest.somebody(), "To the first");
                Inbound fresh = Inbound.text(WhatsAppTest.somebody(), "To the second");
                assertThat(graph.control().inbound(CallbackBody.of(BUSINESS, known)).isAcknowledged()).isTrue();

                connect(one, second);
                assertThat(graph.control().inbound(CallbackBody.of(second, fresh)).isAcknowledged()).isTrue();

                assertThat(other.http().get("/v1/messages/" + fresh.id(), first.tenant().zavu()).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void whatIsSentByTheOtherNodeGoesOutByTheNumberThatOneHasConnected(@TempDir Path directory) {
        try (GraphStubProcess graph = graph()) {
            Map<String, String> environment = environment(directory, graph);
            try (RunningStele one = RunningStele.start(environment, directory);
                    RunningStele other = RunningStele.start(environment, directory)) {
                Person customer = WhatsAppTest.somebody();
                Tenant tenant = one.tenant();
                other.writeIn("+" + customer.digits(), tenant, "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");

                ConnectedNumber number = connect(one, BUSINESS);
                graph.control().callback(number.hook());
                String body = "{\"to\":\"+" + customer.digits() + "\",\"channel\":\"whatsapp\",\"text\":\"Hello\"}";
                Answer early = other.http().post("/v1/messages", tenant.zavu(), body);
                assertThat(early.status()).as(early.text()).isEqualTo(400);
                assertThat(graph.control().inbound(CallbackBody.of(BUSINESS, Inbound.text(customer, "Hi"))).isAcknowledged())
                        .isTrue();
                Answer sent = other.http().post("/v1/messages", tenant.zavu(), body);

                assertThat(sent.status()).as(sent.text()).isEqualTo(202);
                await().atMost(WhatsAppTest.PATIENCE).until(() -> graph.control().totals().accepted() == 1);
            }
        }
    }

    private void postToBoth(Path directory, Function<Integer, CallbackBody> body, long messages) throws SQLException {
        try (GraphStubProcess graph = graph();
                GraphStubProcess second = graph()) {
            Map<String, String> environment = environment(directory, graph);
            try (RunningStele one = RunningStele.start(environment, directory);
                    RunningStele other = RunningStele.start(environment, directory)) {
                URI hook = connect(one, BUSINESS).hook();
                graph.control().callback(hook);
                second.control().callback(URI.create(other.url() + hook.getPath()));
                ConcurrentLinkedQueue<Integer> numbers = new ConcurrentLinkedQueue<>(
                        IntStream.range(0, AtOnceTest.TIMES).boxed().toList());

                List<Attempt> attempts = Together.times(AtOnceTest.TIMES, () -> {
                    int next = numbers.remove();
                    GraphControl meta = (next % 2 == 0 ? graph : second).control();
                    return meta.inbound(body.apply(next));
                });

                assertThat(attempts).hasSize(AtOnceTest.TIMES).allMatch(Attempt::isAcknowledged);
                assertThat(count(environment, "message")).isEqualTo(messages);
                assertThat(count(environment, "contact")).isEqualTo(1);
                assertThat(count(environment, "conversation")).isEqualTo(1);
                assertThat(count(environment, "thread")).isEqualTo(1);
            }
        }
    }

    private Map<String, String> environment(Path directory, GraphStubProcess graph) {
        Map<String, String> environment = new HashMap<>(database(directory));
        environment.put("STELE_GRAPH_URL", graph.root().toString());
        environment.put("STELE_SECRET_KEY", "c3RlbGUtdGVzdHMtc3RlbGUtdGVzdHMtc3RlbGUtMzI=");
        return environment;
    }

    private static ConnectedNumber connect(RunningStele stele, Business business) {
        return ConnectedNumber.connect(
                stele.http(), stele.tenant(), business, WhatsAppTest.TOKEN, WhatsAppTest.APP_SECRET);
    }

    private static GraphStubProcess graph() {
        return GraphStubProcess.with()
                .number(BUSINESS.numberId(), BUSINESS.account(), "+1 555-010-0042", WhatsAppTest.TOKEN)
                .appSecret(WhatsAppTest.APP_SECRET)
                .start();
    }

    private static long count(Map<String, String> environment, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        environment.get("STELE_DATABASE_URL"),
                        environment.get("STELE_DATABASE_USERNAME"),
                        environment.get("STELE_DATABASE_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
