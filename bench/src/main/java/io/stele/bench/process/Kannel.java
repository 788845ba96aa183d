package io.stele.bench.process;

import io.stele.harness.process.Program;
import io.stele.harness.process.Program.Command;
import io.stele.harness.process.Programs;
import io.stele.harness.process.Waiting;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Kannel: a bearerbox that delivers by HTTP, and an smsbox that accepts by HTTP. */
public final class Kannel implements AutoCloseable {

    /** The packages' programs that it is made of. */
    public static final List<String> PROGRAMS = List.of("bearerbox", "smsbox");

    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Program bearerbox;
    private final Program smsbox;
    private final int port;

    private Kannel(Program bearerbox, Program smsbox, int port) {
        this.bearerbox = bearerbox;
        this.smsbox = smsbox;
        this.port = port;
    }

    /** Whether it keeps what it has accepted. */
    public enum Store {
        /** A file a message, which it does not sync. */
        SPOOL,
        NONE
    }

    /** Whether its package is installed. */
    public static boolean isInstalled() {
        return PROGRAMS.stream().allMatch(name -> Programs.find(name).isPresent());
    }

    /**
     * Starts both, and waits until they accept.
     *
     * @param sink where messages are delivered to
     */
    public static Kannel start(Path parent, Store store, URI sink) throws IOException {
        Path directory = Files.createDirectories(parent.resolve("kannel-" + store));
        Files.createDirectories(directory.resolve("spool"));
        int port = Programs.freePort();
        int boxes = Programs.freePort();
        Path configuration = Files.writeString(
                directory.resolve("kannel.conf"), configuration(store, directory.resolve("spool"), sink, boxes, port));
        Program bearerbox = box("bearerbox", configuration, directory);
        awaitPort(bearerbox, boxes);
        Program smsbox = box("smsbox", configuration, directory);
        awaitPort(smsbox, port);
        return new Kannel(bearerbox, smsbox, port);
    }

    /** What sends a message to this person. */
    public String path(String person) {
        return "/cgi-bin/sendsms?username=bench&password=bench&from=15550100042&to=" + person + "&text=Your+order+is+ready";
    }

    /** Where it accepts, without a slash at the end. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public List<Long> pids() {
        return List.of(bearerbox.pid(), smsbox.pid());
    }

    @Override
    public void close() {
        smsbox.close();
        bearerbox.close();
    }

    private static String configuration(Store store, Path spool, URI sink, int boxes, int port) {
        String kept = switch (store) {
            case SPOOL -> "store-type = spool\nstore-location = " + spool;
            case NONE -> "";
        };
        return """
                group = core
                admin-port = %d
                admin-password = bench
                admin-deny-ip = "*.*.*.*"
                admin-allow-ip = "127.0.0.1"
                smsbox-port = %d
                box-deny-ip = "*.*.*.*"
                box-allow-ip = "127.0.0.1"
                log-level = 3
                sms-incoming-queue-limit = -1
                sms-outgoing-queue-limit = -1
                %s

                group = smsc
                smsc = http
                smsc-id = sink
                system-type = kannel
                port = %d
                send-url = "%s"
                smsc-username = bench
                smsc-password = bench

                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-port = %d
                log-level = 3

                group = sendsms-user
                username = bench
                password = bench
                """.formatted(Programs.freePort(), boxes, kept, Programs.freePort(), sink, port);
    }

    private static Program box(String name, Path configuration, Path directory) {
        return Program.start(Command.of(
                name,
                List.of(Programs.need(name, "kannel").toString(), "-v", "4", configuration.toString()),
                Map.of(),
                directory));
    }

    private static void awaitPort(Program program, int port) {
        Waiting.until(program + " listens", LONGEST_START, INTERVAL, () -> {
            program.mustLive();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (ConnectException _) {
                return false;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
