package io.stele.bench.bare;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Starts the server; see the package for what it is for. */
public final class BareServer {

    /** What it prints, followed by its address, when it listens. */
    public static final String READY = "bare server ready at ";

    private BareServer() {}

    /** Listens on a free port of the loopback address until it is told to stop. */
    public static void main(String... words) {
        ApplicationContext context = ApplicationContext.run(Map.of(
                "micronaut.server.host", "127.0.0.1",
                "micronaut.server.port", -1,
                "micronaut.serde.serialization.inclusion", "always"));
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        System.out.println(READY + "http://127.0.0.1:" + server.getPort());
        System.out.flush();
    }
}
