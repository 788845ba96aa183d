package io.stele.graphstub;

import io.stele.graphstub.callback.CallbackPoster;
import io.stele.graphstub.callback.Receipts;
import io.stele.graphstub.check.MessageCheck;
import io.stele.graphstub.check.TemplateBook;
import io.stele.graphstub.control.ControlApi;
import io.stele.graphstub.fault.Faults;
import io.stele.graphstub.graph.GraphApi;
import io.stele.graphstub.graph.MediaStore;
import io.stele.graphstub.graph.Numbers;
import io.stele.graphstub.graph.Recent;
import io.stele.graphstub.http.Exchange;
import io.stele.graphstub.http.HttpFront;
import io.stele.graphstub.ledger.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Starts the stand-in; see the package for how. */
public final class GraphStub {

    private final GraphApi graph;
    private final ControlApi control;

    private GraphStub(Options options, Ledger ledger, Supplier<String> root) {
        Numbers numbers = new Numbers();
        options.numbers().forEach(numbers::put);
        TemplateBook templates = new TemplateBook();
        MediaStore media = new MediaStore();
        Recent<Boolean> received = new Recent<>();
        Faults faults = new Faults();
        CallbackPoster poster = new CallbackPoster(options.callback(), ledger);
        Receipts receipts = new Receipts(poster);
        receipts.follow(options.receipts());
        this.graph = new GraphApi(
                numbers, new MessageCheck(templates), media, received, faults, ledger, receipts, root);
        this.control = new ControlApi(new ControlApi.Parts(
                numbers, templates, media, received, faults, ledger, poster, receipts, graph, root));
    }

    /**
     * Listens on the loopback address, says so in one line, and ends on SIGTERM, or when its standard input does.
     *
     * @param words see {@link Options}
     */
    public static void main(String... words) throws IOException {
        Options options;
        try {
            options = Options.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Ledger ledger = Ledger.open(options.ledger(), options.synced(), options.kept());
        AtomicReference<String> root = new AtomicReference<>("");
        GraphStub stub = new GraphStub(options, ledger, root::get);
        HttpFront front = HttpFront.listen(options.port(), stub::handle);
        root.set("http://127.0.0.1:" + front.port());
        System.out.println("graph stub ready at " + root.get());
        System.out.flush();
        if (options.outlivesInput()) {
            join();
        } else {
            awaitEnd(System.in);
        }
        System.exit(0);
    }

    private void handle(Exchange exchange) throws IOException {
        if (exchange.head().path().startsWith(ControlApi.ROOT)) {
            control.handle(exchange);
        } else {
            graph.handle(exchange);
        }
    }

    private static void awaitEnd(InputStream input) throws IOException {
        int read = 0;
        while (read >= 0) {
            read = input.read();
        }
    }

    private static void join() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
