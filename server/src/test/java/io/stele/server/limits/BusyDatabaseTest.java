package io.stele.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.Answer;
import io.stele.server.Http;
import io.stele.server.OnDatabase;
import io.stele.server.RunningStele;
import io.stele.server.Tenant;
import io.stele.server.start.Embedded;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that needs a row which somebody else holds is told in its API's own words to come again, and others are not disturbed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class BusyDatabaseTest implements OnDatabase {

    private RunningStele stele;
    private String url;
    private String user;

    @BeforeAll
    void start(@TempDir Path directory) {
        Map<String, String> environment = database(directory);
        boolean embedded = environment.containsKey("STELE_DATA_DIR");
        url = embedded ? Embedded.in(Path.of(environment.get("STELE_DATA_DIR"))) : environment.get("STELE_DATABASE_URL");
        user = embedded ? "stele" : environment.get("STELE_DATABASE_USERNAME");
        stele = RunningStele.start(environment, directory);
    }

    @AfterAll
    void stop() {
        stele.close();
    }

    static Stream<Arguments> sends() {
        return Stream.of(
                send("zavu", (http, call) -> http.post(
                        "/v1/messages", call.tenant().zavu(), call.body("{\"to\":\"%s\",\"channel\":\"whatsapp\",\"text\":\"Hi\"}"))),
                send("chirp", (http, call) -> http.post(
                        "/v1/whatsapp/messages",
                        call.tenant().chirpApp(),
                        call.body("{\"from\":\"" + call.tenant().phoneNumber()
                                + "\",\"to\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}"))),
                send("kapso", (http, call) -> http.send(
                        "POST",
                        "/meta/whatsapp/v24.0/" + call.tenant().phoneNumberId() + "/messages",
                        Map.of("X-API-Key", call.tenant().kapso(), "Content-Type", "application/json"),
                        call.body("{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}"))));
    }

    private static Arguments send(String flavour, BiFunction<Http, Call, Answer> call) {
        return Arguments.of(flavour, call);
    }

    private record Call(Tenant tenant, String customer) {

        String body(String format) {
            return format.formatted(customer);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sends")
    void a_message_to_somebody_who_is_held_up_is_refused_for_a_while(String flavour, BiFunction<Http, Call, Answer> send)
            throws SQLException {
        Call held = new Call(stele.tenant(), stele.customerInConversation());
        Call free = new Call(stele.tenant(), stele.customerInConversation());
        Answer busy;
        Answer undisturbed;
        try (Connection connection = hold("select id from correspondence where address = '" + held.customer() + "' for update")) {
            busy = send.apply(stele.http(), held);
            undisturbed = send.apply(stele.http(), free);
            connection.rollback();
        }

        assertThat(busy.status()).as(busy.text()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).contains("10");
        assertThat(undisturbed.status()).as(undisturbed.text()).isIn(200, 202);
    }

    @Test
    void any_other_request_is_refused_for_a_moment() throws SQLException {
        String customer = stele.customerInConversation();
        String path = "/meta/whatsapp/v24.0/" + stele.tenant().phoneNumberId() + "/contacts/" + customer.substring(1);
        Map<String, String> headers = Map.of("X-API-Key", stele.tenant().kapso(), "Content-Type", "application/json");
        String change = "{\"display_name\":\"Ana R.\"}";
        Answer busy;
        try (Connection connection = hold("select id from contact where address_words like '%" + customer.substring(1) + "%' for update")) {
            busy = stele.http().send("PATCH", path, headers, change);
            connection.rollback();
        }

        assertThat(busy.status()).as(busy.text()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).contains("1");
        assertThat(stele.http().send("PATCH", path, headers, change).status()).isEqualTo(200);
    }

    private Connection hold(String select) throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, user);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery(select).next()).isTrue();
        }
        return connection;
    }
}
