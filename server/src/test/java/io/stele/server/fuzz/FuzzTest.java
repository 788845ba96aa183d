package io.stele.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.graphstub.client.GraphStubProcess;
import io.stele.server.ApiDocuments.Call;
import io.stele.server.Receiver;
import io.stele.server.SteleServerTest;
import io.stele.server.store.sql.Database;
import io.stele.server.whatsapp.ConnectedNumber;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is asked, the server answers in time and in its own words. {@code -Dstele.fuzz.tries=5000} tries more, {@code -Dstele.fuzz.seed=…} tries
 * again what failed.
 */
@Timeout(value = 3_600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class FuzzTest extends SteleServerTest {

    /** Longer than a request may take to come: one that never ends is cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final int MOST_SHOWN = 10;

    /** Neighbouring seeds begin alike. */
    private static final long SCATTER = 0x9e3779b97f4a7c15L;

    private final Receiver receiver = Receiver.start();
    private final GraphStubProcess graph = GraphStubProcess.with()
            .number(World.HOOKED.numberId(), World.HOOKED.account(), "+1 555-010-0061", World.TOKEN)
            .number(World.CHANGING.numberId(), World.CHANGING.account(), "+1 555-010-0062", World.TOKEN)
            .appSecret(World.APP_SECRET)
            .start();

    private @Nullable World world;
    private @Nullable Examples examples;

    /** How many requests are changed and sent, unless the property says another number. */
    abstract int tries();

    @Override
    protected Map<String, String> settings() {
        return Map.of("STELE_GRAPH_URL", graph.root().toString(), "STELE_WEBHOOK_ALLOW", "127.0.0.0/8");
    }

    @BeforeAll
    void makeTheWorld() {
        World made = new World(stele(), receiver.url("/"));
        ConnectedNumber number = made.connectHooked();
        world = made;
        examples = new Examples(made, number.hook().getPath(), number.verifyToken());
    }

    @AfterAll
    void stop() {
        receiver.close();
        graph.close();
    }

    private List<Example> examples() {
        return Objects.requireNonNull(examples).all();
    }

    @Test
    void every_call_has_an_example_that_is_taken() throws IOException {
        List<Call> without = Examples.calls().stream()
                .filter(call -> examples().stream().noneMatch(example -> example.call().equals(call)))
                .toList();
        assertThat(without).isEmpty();
        List<String> refused = new ArrayList<>();
        for (Example example : examples()) {
            RawRequest request = example.finish().apply(example.request().get());
            RawAnswer answer = RawAnswer.to(request.bytes(), stele().url(), PATIENCE);
            example.taken().accept(answer);
            if (answer.status() < 200 || answer.status() > 299) {
                refused.add(request + "\n" + answer);
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void whatever_is_asked_is_answered_in_time_and_in_the_apis_own_words() {
        long seed = seed();
        int tries = Integer.getInteger("stele.fuzz.tries", tries());
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < tries && faults.size() < MOST_SHOWN; i++) {
            long one = seed + i;
            fault(one).ifPresent(fault -> faults.add("-Dstele.fuzz.seed=" + one + " -Dstele.fuzz.tries=1: " + fault));
        }
        assertThat(faults.stream().collect(Collectors.joining("\n\n"))).isEmpty();
    }

    @Test
    void what_is_refused_changes_nothing() throws IOException {
        Database database = stele().server().context().getBean(Database.class);
        long seed = seed();
        int refused = 0;
        for (int i = 0; i < tries() / 4; i++) {
            Random random = new Random((seed + i) * SCATTER);
            Example example = Strangers.one(examples(), random);
            RawRequest request = changed(example, random);
            List<String> before = Kept.in(database);
            RawAnswer answer = RawAnswer.to(request.bytes(), stele().url(), PATIENCE);
            if (answer.status() >= 400) {
                refused++;
                assertThat(Kept.in(database)).as("-Dstele.fuzz.seed=%s: %s%n%s", seed + i, request, answer).isEqualTo(before);
            }
            example.taken().accept(answer);
        }
        assertThat(refused).isPositive();
    }

    private static long seed() {
        return Optional.ofNullable(Long.getLong("stele.fuzz.seed")).orElseGet(() -> new Random().nextLong());
    }

    private RawRequest changed(Example example, Random random) {
        return example.finish().apply(new Mutation(random, Objects.requireNonNull(world)).of(example.request().get(), example));
    }

    private Optional<String> fault(long seed) {
        Random random = new Random(seed * SCATTER);
        Example example = Strangers.one(examples(), random);
        RawRequest request = changed(example, random);
        try {
            RawAnswer answer = RawAnswer.to(request.bytes(), stele().url(), PATIENCE);
            example.taken().accept(answer);
            return Verdict.on(example.call(), request, answer).map(fault -> fault + "\n" + request + "\n" + answer);
        } catch (IOException e) {
            return Optional.of(e + "\n" + request);
        }
    }
}
