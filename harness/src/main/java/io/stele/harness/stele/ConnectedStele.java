package io.stele.harness.stele;

import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.graphstub.json.Members;
import io.stele.harness.machine.Meter;
import io.stele.harness.process.Running;
import io.stele.harness.process.SteleProcess;
import io.stele.harness.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A server with a number that is connected to the stand-in of Graph, and people whose windows are open. Everything that it does goes
 * through its APIs and through what Meta posts.
 */
public final class ConnectedStele implements AutoCloseable {

    private static final int PEOPLE_IN_A_BODY = 50;
    private static final Duration INTERVAL = Duration.ofMillis(25);

    /** Through these a message goes until it is delivered, in this order. */
    private static final List<String> UNFINISHED = List.of("queued", "sending", "sent");

    private final SteleProcess process;
    private final GraphStand graph;
    private final Database database;
    private final Path directory;
    private final Api api;
    private final List<Person> people;
    private URI hook = URI.create("");

    private ConnectedStele(SteleProcess process, GraphStand graph, Database database, Path directory, int people) {
        this.process = process;
        this.graph = graph;
        this.database = database;
        this.directory = directory;
        this.api = new Api(process.root());
        this.people = People.some(people);
    }

    /**
     * Starts both, connects the number by Kapso's API, and has everybody write once.
     *
     * @param running stops both in the end, if nobody else does
     * @param directory in which the server runs
     */
    public static ConnectedStele start(
            Running running, SteleProcess.Launch launch, Database database, Path directory, int people) throws IOException {
        Files.createDirectories(directory);
        GraphStand graph = running.add(new GraphStand());
        Map<String, String> settings = new HashMap<>(Key.settings());
        settings.put("STELE_GRAPH_URL", graph.root().toString());
        settings.put("STELE_DATA_DIR", directory.resolve("data").toString());
        settings.putAll(database.settings());
        SteleProcess process = running.add(SteleProcess.start(launch, settings, directory));
        ConnectedStele stele = new ConnectedStele(process, graph, database, directory, people);
        stele.hook = NumberConnection.connect(stele.api);
        graph.tell(stele.hook);
        stele.openWindows();
        return stele;
    }

    public SteleProcess process() {
        return process;
    }

    public GraphStand graph() {
        return graph;
    }

    /** The costs of the server. */
    public Meter meter() {
        return database.meter(process.pid());
    }

    /** Where its files are. */
    public Path directory() {
        return directory;
    }

    public List<Person> people() {
        return people;
    }

    /** Where Meta posts. */
    public URI hook() {
        return hook;
    }

    /** Sends a text. @return the message's id in this flavour; it is durable */
    public String send(Flavour flavour, Person to, String key) {
        String body = flavour.sendBody().replace("{to}", String.valueOf(to.digits())).replace("{key}", key);
        return flavour.id(api.post(flavour.sendPath(), flavour.sendHeaders(), body));
    }

    /**
     * Waits until every message that was accepted is delivered or has failed, as the store tells.
     *
     * @throws IllegalStateException when it takes longer
     */
    public void awaitDelivered(Duration longest) {
        // A message that is tried again goes back, past what has been looked at: so it must be so twice.
        for (int i = 0; i < 2; i++) {
            Waiting.until("all messages are delivered", longest, INTERVAL, () -> {
                process.mustLive();
                return UNFINISHED.stream().noneMatch(this::isAnyWith);
            });
        }
    }

    /** Whether a message has this status in Zavu's words. */
    public boolean isAnyWith(String status) {
        Members page = api.get("/v1/messages?channel=whatsapp&limit=1&status=" + status, Key.ZAVU.headers());
        return !page.list("items").isEmpty();
    }

    @Override
    public void close() {
        api.close();
        process.close();
        graph.close();
    }

    private void openWindows() {
        HookSigner signer = new HookSigner(BusinessNumber.APP_SECRET);
        for (int i = 0; i < people.size(); i += PEOPLE_IN_A_BODY) {
            Inbound[] messages = people.subList(i, Math.min(people.size(), i + PEOPLE_IN_A_BODY)).stream()
                    .map(person -> Inbound.text(person, "Hello"))
                    .toArray(Inbound[]::new);
            String body = CallbackBody.of(BusinessNumber.BUSINESS).messages(messages).json();
            api.post(
                    hook.getPath(),
                    Map.of("Content-Type", "application/json", HookSigner.HEADER, signer.sign(body)),
                    body);
        }
    }
}
