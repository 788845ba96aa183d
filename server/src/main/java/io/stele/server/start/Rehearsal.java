package io.stele.server.start;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the build runs to make the {@link AheadOfTimeCache}: a server on an empty database that is used once through each API, and stopped. What that
 * loads goes into the cache. A server that does not do what it is asked ends the build.
 */
public final class Rehearsal {

    private static final String ZAVU = "zv_live_of_the_rehearsal";
    private static final String KAPSO = "kp_of_the_rehearsal";
    private static final String CHIRP_ADMIN = "sk_admin_of_the_rehearsal";
    private static final String CHIRP_APP = "sk_live_app_of_the_rehearsal";
    private static final String NUMBER = "+15550100000";
    private static final String NUMBER_ID = "155501000000001";
    private static final String KAPSO_MESSAGES = "/meta/whatsapp/v24.0/" + NUMBER_ID + "/messages";
    private static final String CUSTOMER = "+15550100001";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Rehearsal() {}

    /**
     * Makes the cache, unless it is there and newer than the jars. The Java that rehearses is another process: it writes what it has loaded when it
     * ends, however it ends.
     *
     * @param arguments the cache, beside the jar; none to rehearse
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            rehearse();
        } else if (!isFresh(Path.of(arguments[0]))) {
            make(Path.of(arguments[0]));
        }
    }

    private static void make(Path cache) throws IOException, InterruptedException {
        Path unfinished = cache.resolveSibling(cache.getFileName() + ".new");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:AOTCacheOutput=" + unfinished,
                        "-Xlog:disable",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rehearsal.class.getName())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            Files.deleteIfExists(unfinished);
            System.exit(code);
        }
        Files.move(unfinished, cache, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void rehearse() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("stele-rehearsal");
        Map<String, String> settings = Map.of(
                "STELE_PORT", "0",
                "STELE_BOOTSTRAP_ZAVU_KEY", ZAVU,
                "STELE_BOOTSTRAP_KAPSO_KEY", KAPSO,
                "STELE_BOOTSTRAP_CHIRP_ADMIN_KEY", CHIRP_ADMIN,
                "STELE_BOOTSTRAP_CHIRP_APP_KEY", CHIRP_APP,
                "STELE_BOOTSTRAP_PHONE_NUMBER", NUMBER,
                "STELE_BOOTSTRAP_PHONE_NUMBER_ID", NUMBER_ID);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (SteleServer server = SteleServer.start(settings, directory, nowhere);
                HttpClient client = HttpClient.newHttpClient()) {
            new Caller(client, server.url()).talk();
        } finally {
            remove(directory);
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isFresh(Path cache) throws IOException {
        if (!Files.isRegularFile(cache)) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(cache);
        try (Stream<Path> libraries = Files.list(cache.resolveSibling("lib"))) {
            return Stream.concat(Stream.of(cache.resolveSibling("stele.jar")), libraries)
                    .allMatch(jar -> jar.toFile().lastModified() < made.toMillis());
        }
    }

    private record Header(String name, String value) {}

    private static Header bearer(String key) {
        return new Header("Authorization", "Bearer " + key);
    }

    /** Somebody who uses the server. */
    private record Caller(HttpClient client, URI server) {

        void talk() throws IOException, InterruptedException {
            post("/sandbox/inbound", bearer(ZAVU), """
                    {"channel":"whatsapp","from":"%s","to":"%s","type":"text","text":{"body":"Hello"}}""".formatted(CUSTOMER, NUMBER));
            post("/v1/messages", bearer(ZAVU), """
                    {"to":"%s","channel":"whatsapp","text":"Good day"}""".formatted(CUSTOMER));
            post(KAPSO_MESSAGES, new Header("X-API-Key", KAPSO), """
                    {"messaging_product":"whatsapp","to":"%s","type":"text","text":{"body":"Good day"}}""".formatted(CUSTOMER.substring(1)));
            post("/v1/whatsapp/messages", bearer(CHIRP_APP), """
                    {"from":"%s","to":"%s","type":"text","text":{"body":"Good day"}}""".formatted(NUMBER, CUSTOMER));
            get("/v1/messages", bearer(ZAVU));
            get(KAPSO_MESSAGES, new Header("X-API-Key", KAPSO));
            get("/v1/organization/whatsapp/messages", bearer(CHIRP_ADMIN));
            get("/health", new Header("Accept", "*/*"));
        }

        private void get(String path, Header header) throws IOException, InterruptedException {
            send(HttpRequest.newBuilder(server.resolve(path)).header(header.name(), header.value()).timeout(LONGEST).build());
        }

        private void post(String path, Header header, String body) throws IOException, InterruptedException {
            send(HttpRequest.newBuilder(server.resolve(path))
                    .header(header.name(), header.value())
                    .header("Content-Type", "application/json")
                    .timeout(LONGEST)
                    .POST(BodyPublishers.ofString(body))
                    .build());
        }

        private void send(HttpRequest request) throws IOException, InterruptedException {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.method() + " " + request.uri().getPath() + " answers " + answer.statusCode() + ": " + answer.body());
            }
        }
    }
}
