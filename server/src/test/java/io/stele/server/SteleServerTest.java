package io.stele.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Base of the tests that speak HTTP to a whole server. A test is written once, as an abstract subclass of this, and has a small
 * subclass of its own for each database: {@code class ZavuErrorsOnH2Test extends ZavuErrorsTest implements OnH2}, and
 * {@code … implements OnPostgres}. One server serves all tests of a class; each test uses customers of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SteleServerTest implements OnDatabase {

    private RunningStele stele;

    @BeforeAll
    void startServer(@TempDir Path directory) {
        Map<String, String> environment = new HashMap<>(settings());
        environment.putAll(database(directory));
        stele = RunningStele.start(environment, directory);
    }

    /** What is set beyond what every test needs. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    @AfterAll
    void stopServer() {
        stele.close();
    }

    /** The server. */
    protected final RunningStele stele() {
        return stele;
    }

    /** Speaks to the server. */
    protected final Http http() {
        return stele.http();
    }

    /** The project that the test uses. */
    protected final Tenant tenant() {
        return stele.tenant();
    }
}
