package io.stele.proof.scenario;

import io.stele.graphstub.client.Person;
import io.stele.harness.process.Running;
import io.stele.harness.process.SteleProcess;
import io.stele.harness.process.Waiting;
import io.stele.harness.stele.Api;
import io.stele.harness.stele.GraphStand;
import io.stele.harness.stele.Key;
import io.stele.harness.stele.NumberConnection;
import io.stele.harness.stele.People;
import io.stele.proof.client.Customers;
import io.stele.proof.client.EventReader;
import io.stele.proof.client.Flood;
import io.stele.proof.client.Senders;
import io.stele.proof.client.Store;
import io.stele.proof.ledger.LedgerFile;
import io.stele.proof.ledger.ProviderLedger;
import io.stele.proof.ledger.Records;
import io.stele.proof.receiver.ReceiverProcess;
import io.stele.proof.verdict.Evidence;
import io.stele.proof.verdict.Evidence.Disturbance;
import io.stele.proof.verdict.Findings;
import io.stele.proof.verdict.Rules;
import io.stele.proof.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * All that a scenario needs: servers on one database, a number that is connected to the stand-in of Graph, a receiver of webhooks, a reader of the log,
 * and people whose windows are open. Everybody keeps a ledger in a file of its own.
 */
public final class Stage implements AutoCloseable {

    private static final int WRITERS = 2;
    private static final int TOLD_EVERY = 15;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** Meta waits longer; here whatever was not taken comes again soon. */
    private static final Duration[] RECEIPTS_AGAIN =
            Collections.nCopies(2_000, Duration.ofMillis(500)).toArray(Duration[]::new);

    private final Path directory;
    private final List<Node> nodes;
    private final GraphStand graph;
    private final ReceiverProcess receiver;
    private final List<Subscription> subscriptions;
    private final List<Person> people;
    private final List<Disturbance> disturbances = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> clients = new ArrayList<>();
    private final Running running;
    private final Front front;
    private URI hook = URI.create("");

    /** Where the servers are reached: at the only one, or at what shares requests among them. */
    private record Front(URI root, AutoCloseable closing) {}

    /**
     * What a stage is made of.
     *
     * @param database the servers' settings for it
     * @param directory for all its files
     * @param people how many there are
     * @param nodes how many servers there are
     */
    public record Plan(
            Running running,
            SteleProcess.Launch launch,
            Map<String, String> database,
            Path directory,
            int people,
            int nodes,
            List<Subscription> subscriptions) {}

    private Stage(Plan plan) throws IOException {
        this.running = plan.running();
        this.directory = Files.createDirectories(plan.directory());
        this.subscriptions = plan.subscriptions();
        this.people = People.some(plan.people());
        this.graph = running.add(new GraphStand(directory.resolve("graph.jsonl")));
        this.receiver = running.add(ReceiverProcess.start(directory.resolve("receiver.jsonl")));
        Map<String, String> settings = new HashMap<>(Key.settings());
        settings.put("STELE_GRAPH_URL", graph.root().toString());
        settings.put("STELE_DATA_DIR", directory.resolve("data").toString());
        settings.put("STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
        settings.put("STELE_SECRET_KEY", "cHJvb2Ytb2Ytc3RlbGUtcHJvb2Ytb2Ytc3RlbGUtMDA=");
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < plan.nodes(); i++) {
            Map<String, String> own = new HashMap<>(settings);
            own.putAll(plan.database());
            all.add(running.add(new Node(plan.launch(), own, directory.resolve("node-" + i))));
        }
        this.nodes = List.copyOf(all);
        this.front = front();
    }

    /** Starts everything, and has everybody write once. */
    public static Stage set(Plan plan) throws IOException {
        Stage stage = new Stage(plan);
        plan.running().add(stage);
        stage.nodes.forEach(Node::start);
        try (Api api = stage.api()) {
            URI hook = NumberConnection.connect(api);
            stage.hook = stage.root().resolve(hook.getPath());
            stage.graph.tell(stage.hook);
            stage.graph.control().retries(RECEIPTS_AGAIN);
            for (Subscription subscription : stage.subscriptions) {
                subscription.make(api, stage.receiver.url(subscription.path()));
            }
        }
        stage.clients.add(EventReader.start(stage.root(), stage.directory.resolve("events.jsonl")));
        return stage;
    }

    private Front front() throws IOException {
        if (nodes.size() == 1) {
            return new Front(node().root(), () -> {});
        }
        Balancer balancer = Balancer.open(nodes.stream().map(Node::port).toList());
        return new Front(balancer.root(), balancer);
    }

    URI root() {
        return front.root();
    }

    Running running() {
        return running;
    }

    GraphStand graph() {
        return graph;
    }

    Path directory() {
        return directory;
    }

    /** That of the embedded database; with another there is none. */
    Path embeddedFile() {
        return directory.resolve("data").resolve("stele.mv.db");
    }

    Node node() {
        return nodes.getFirst();
    }

    List<Node> nodes() {
        return nodes;
    }

    /** People write, once each, and then one after the other. */
    Customers customers(Duration pause) throws IOException {
        Customers customers = new Customers(hook, directory.resolve("customers.jsonl"), people);
        clients.add(customers);
        customers.greet();
        customers.start(WRITERS, pause);
        return customers;
    }

    /** People write, once each. */
    void greet() throws IOException {
        try (Customers customers = new Customers(hook, directory.resolve("customers.jsonl"), people)) {
            customers.greet();
        }
    }

    /** Nothing is sent before it is told to. */
    Flood flood() throws IOException {
        Flood flood = new Flood(root(), directory.resolve("senders.jsonl"), people);
        clients.add(flood);
        return flood;
    }

    /** Clients send. */
    Senders senders(int count, Duration pause) throws IOException {
        Senders senders =
                Senders.start(root(), directory.resolve("senders.jsonl"), "s", people, count, pause);
        clients.add(senders);
        return senders;
    }

    /** Notes that from then until now something was not as it should be. */
    void disturbed(Instant since) {
        disturbances.add(new Disturbance(since, Instant.now()));
    }

    List<Disturbance> disturbances() {
        return List.copyOf(disturbances);
    }

    Api api() {
        return new Api(root());
    }

    /** All ledgers as they are now. */
    Evidence evidence() {
        ProviderLedger provider = ProviderLedger.read(new LedgerFile(directory.resolve("graph.jsonl")));
        try (Api api = api()) {
            Store store = new Store(api);
            return new Evidence(
                    Records.sendings(new LedgerFile(directory.resolve("senders.jsonl"))),
                    Records.written(new LedgerFile(directory.resolve("customers.jsonl"))),
                    store.messages(),
                    store.found(),
                    provider.arrivals(),
                    provider.reports(),
                    Records.events(new LedgerFile(directory.resolve("events.jsonl"))),
                    Records.hearings(
                            new LedgerFile(directory.resolve("receiver.jsonl")),
                            subscriptions.stream()
                                    .collect(Collectors.toMap(
                                            Subscription::path, each -> each.subscriber().name()))),
                    subscriptions.stream().map(Subscription::subscriber).toList(),
                    provider.cut(),
                    disturbances);
        }
    }

    /** Compares the ledgers until nothing is wrong with them, or patience is over. Nothing may be sent meanwhile. */
    Findings judge(Rules rules, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Findings findings = Verdict.of(evidence(), rules);
        for (int i = 0; !findings.isClean() && System.nanoTime() < end; i++) {
            running.mustGoOn();
            if (i % TOLD_EVERY == 0) {
                System.out.printf(
                        "   not yet in order in %d places, such as: %s%n",
                        findings.violations().size(), findings.violations().getFirst());
            }
            Waiting.pause(INTERVAL);
            findings = Verdict.of(evidence(), rules);
        }
        return findings;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable client : clients.reversed()) {
            client.close();
        }
        front.closing().close();
        nodes.reversed().forEach(Node::close);
        receiver.close();
        graph.close();
    }
}
