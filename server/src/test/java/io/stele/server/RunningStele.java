package io.stele.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.server.start.SteleServer;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A whole server with two projects of its own, started as a user starts one. */
public final class RunningStele implements AutoCloseable {

    /** The operator's token. */
    public static final String OPERATOR = "operator-token-of-the-tests";

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    private final SteleServer server;
    private final Http http;
    private final Tenant tenant;
    private final Tenant other;

    private RunningStele(SteleServer server) {
        this.server = server;
        this.http = new Http(server.url());
        this.tenant = found("First");
        this.other = found("Second");
    }

    /** @param environment what is set beyond a free port, a fast sandbox and the operator's token */
    public static RunningStele start(Map<String, String> environment, Path workingDirectory) {
        Map<String, String> all = new HashMap<>(Map.of(
                "STELE_PORT", "0",
                "STELE_OPERATOR_TOKEN", OPERATOR,
                "STELE_SANDBOX_CLOCK", "20,60,400"));
        all.putAll(environment);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new RunningStele(SteleServer.start(all, workingDirectory, nowhere));
    }

    /** Where it is reached. */
    public URI url() {
        return server.url();
    }

    /** Speaks to it. */
    public Http http() {
        return http;
    }

    /** The project that most tests use. */
    public Tenant tenant() {
        return tenant;
    }

    /** Another project on the same server. */
    public Tenant other() {
        return other;
    }

    /** The server itself. */
    public SteleServer server() {
        return server;
    }

    /** A fictional phone number that no other test of this process uses. */
    public static String newCustomer() {
        return "+4915%08d".formatted(10_000_000 + CUSTOMERS.incrementAndGet());
    }

    /** A customer writes in, which opens the window; the message's id in Zavu's form. */
    public String writeIn(String customer) {
        return writeIn(customer, tenant, "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");
    }

    /** A customer sends this message, given in Meta's inbound shape, to the tenant's number. */
    public String writeIn(String customer, Tenant to, String message) {
        Answer answer = http.post(
                "/sandbox/inbound",
                to.zavu(),
                "{\"channel\":\"whatsapp\",\"from\":\"%s\",\"to\":\"%s\",%s"
                        .formatted(customer, to.phoneNumber(), message.substring(1)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.string("id");
    }

    /** A new customer with an open window. */
    public String customerInConversation() {
        String customer = newCustomer();
        writeIn(customer);
        return customer;
    }

    /** One more project. */
    public Tenant found(String name) {
        Answer answer = http.post("/operator/projects", OPERATOR, "{\"name\":\"" + name + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return Tenant.of(answer);
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
