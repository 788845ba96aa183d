package io.stele.server.start;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program. */
public final class Stele {

    private Stele() {}

    /** Runs the server until the process is told to stop. A wrong setting ends it with one sentence and exit code 1. */
    public static void main(String[] arguments) {
        AheadOfTimeCache.use();
        try {
            SteleServer server = SteleServer.start(System.getenv(), Path.of(""), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        } catch (SettingsException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            log().error("Stele cannot start", e);
            System.exit(1);
        }
    }

    /** Made when it is needed: it reads its configuration, in vain where the program starts anew. */
    private static Logger log() {
        return LoggerFactory.getLogger(Stele.class);
    }
}
