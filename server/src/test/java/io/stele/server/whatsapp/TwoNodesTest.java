package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.graphstub.callback.Attempt;
import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.GraphControl;
import io.stele.graphstub.client.GraphStubProcess;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.server.OnPostgres;
import io.stele.server.RunningStele;
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

    private void postToBoth(Path directory, Function<Integer, CallbackBody> body, long messages) throws SQLException {
        try (GraphStubProcess graph = graph();
                GraphStubProcess second = graph()) {
            Map<String, String> environment = new HashMap<>(database(directory));
            environment.put("STELE_GRAPH_URL", graph.root().toString());
            environment.put("STELE_SECRET_KEY", "c3RlbGUtdGVzdHMtc3RlbGUtdGVzdHMtc3RlbGUtMzI=");
            try (RunningStele one = RunningStele.start(environment, directory);
                    RunningStele other = RunningStele.start(environment, directory)) {
                URI hook = ConnectedNumber.connect(
                                one.http(), one.tenant(), BUSINESS, WhatsAppTest.TOKEN, WhatsAppTest.APP_SECRET)
                        .hook();
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
