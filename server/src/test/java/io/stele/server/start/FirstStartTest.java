package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.channel.Endpoint;
import io.stele.core.founding.Founder;
import io.stele.core.founding.ProjectStore;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.ProjectId;
import io.stele.core.time.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Banner banner = new Banner(new PrintStream(out, false, StandardCharsets.UTF_8));

    @Test
    void makesAProjectOnAnEmptyStore() {
        OneDatabase database = new OneDatabase(false);

        Optional<Founder.Founded> founded = node(database).foundFirstProject(banner);

        assertThat(founded).isPresent();
        assertThat(database.founded).hasSize(1);
    }

    @Test
    void makesNoneWhereThereIsOne() {
        OneDatabase database = new OneDatabase(false);
        node(database).foundFirstProject(banner);

        assertThat(node(database).foundFirstProject(banner)).isEmpty();
        assertThat(database.founded).hasSize(1);
    }

    @Test
    void ofTwoNodesAtOnceOneMakesItAndTheOtherGoesOn() {
        OneDatabase database = new OneDatabase(true);
        node(database).foundFirstProject(banner);

        assertThat(node(database).foundFirstProject(banner)).isEmpty();
        assertThat(database.founded).hasSize(1);
    }

    @Test
    void tellsTheKeysBeforeTheProjectIsThere() {
        StringBuilder toldBefore = new StringBuilder();
        Optional<Founder.Founded> founded = node(new OneDatabase(false) {
                    @Override
                    public void found(Founding founding) {
                        toldBefore.append(told());
                        super.found(founding);
                    }
                })
                .foundFirstProject(banner);

        Founder.Keys keys = founded.orElseThrow().plan().keys();
        assertThat(toldBefore.toString())
                .contains(
                        keys.zavu().value(),
                        keys.zavuTest().value(),
                        keys.kapso().value(),
                        keys.chirpAdmin().value(),
                        keys.chirpApp().value(),
                        keys.chirpTest().value());
    }

    @Test
    void keysThatDoNotCountAreTakenBack() {
        OneDatabase database = new OneDatabase(true);
        node(database).foundFirstProject(new Banner(new PrintStream(OutputStream.nullOutputStream())));

        node(database).foundFirstProject(banner);

        assertThat(told()).contains("Zavu key").containsOnlyOnce("The keys above open nothing");
    }

    @Test
    void failsWhenSomethingIsTakenAndThereIsNoProject() {
        OneDatabase database = new OneDatabase(false);
        database.phoneNumberIds.add(Plans.first(Settings.of(Map.of(), directory).bootstrap()).phoneNumberId());

        assertThatExceptionOfType(ProjectStore.AlreadyTaken.class)
                .isThrownBy(() -> node(database).foundFirstProject(banner));
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private FirstStart node(ProjectStore store) {
        Founder founder =
                new Founder(store, new KsuidGenerator(CLOCK), UuidCreator::getTimeOrderedEpoch, CLOCK, "sandbox");
        return new FirstStart(store, founder, Settings.of(Map.of(), directory));
    }

    /** A store on which a second node looks before the first has written, when asked to. */
    private static class OneDatabase implements ProjectStore {

        private final List<Founding> founded = new ArrayList<>();
        private final Set<String> phoneNumberIds = new HashSet<>();
        private int earlyLooks;

        OneDatabase(boolean race) {
            this.earlyLooks = race ? 2 : 0;
        }

        @Override
        public boolean isEmpty() {
            return earlyLooks-- > 0 || founded.isEmpty();
        }

        @Override
        public Optional<ProjectId> oldest() {
            return founded.stream().map(founding -> founding.project().id()).findFirst();
        }

        @Override
        public void found(Founding founding) {
            for (Endpoint endpoint : founding.endpoints()) {
                endpoint.whatsAppNumber().ifPresent(number -> {
                    if (!phoneNumberIds.add(number.phoneNumberId())) {
                        throw new AlreadyTaken("phone number id");
                    }
                });
            }
            founded.add(founding);
        }
    }
}
