package io.stele.server.start;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.stele.core.founding.Founder;
import io.stele.server.store.sql.Dialect;
import io.stele.server.worker.Workers;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that runs, until closed. Several can run in one process. */
public final class SteleServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SteleServer.class);

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private SteleServer(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /**
     * Starts a server. When this returns it listens, and there is a project. What the first start has to tell goes to {@code out}.
     *
     * @param environment the variables in which settings are looked for
     * @param workingDirectory from which relative paths go out, and where {@code stele.yml} is looked for
     * @throws SettingsException when a setting is wrong, or names a port or a database that cannot be had
     */
    public static SteleServer start(Map<String, String> environment, Path workingDirectory, PrintStream out) {
        Preloading.begin();
        Settings settings = Settings.of(environment, workingDirectory);
        if (Dialect.of(settings.database().url()) == Dialect.H2) {
            Carriers.forConnectionsToH2();
        }
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .environmentPropertySource(false)
                .properties(settings.properties())
                .singletons(settings)
                .build();
        try {
            context.start();
            return listening(context, settings, out);
        } catch (RuntimeException e) {
            context.close();
            throw StartFailure.explain(e, settings);
        }
    }

    /** Where the server is reached from this machine. */
    public URI url() {
        return URI.create("http://localhost:" + server.getPort());
    }

    /** The beans. */
    public ApplicationContext context() {
        return context;
    }

    /** Answers what is being asked, finishes what is being delivered, and stops. */
    @Override
    public void close() {
        context.close();
    }

    private static SteleServer listening(ApplicationContext context, Settings settings, PrintStream out) {
        Banner banner = new Banner(out);
        Optional<Founder.Founded> founded = context.getBean(FirstStart.class).foundFirstProject(banner);
        context.getBean(Seals.class).bringUpToDate();
        context.getBean(NumbersAtStart.class).connect();
        SteleServer server = new SteleServer(context, context.getBean(EmbeddedServer.class));
        server.server.start();
        context.getBean(Workers.class).start();
        if (settings.numbers().isEmpty()) {
            founded.ifPresent(project -> banner.firstSteps(project.plan(), server.address(settings)));
        }
        LOG.info("Stele is ready at {}", server.address(settings));
        return server;
    }

    private String address(Settings settings) {
        return settings.publicUrl().orElseGet(this::url).toString().replaceAll("/+$", "");
    }
}
