package io.stele.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.f4b6a3.uuid.UuidCreator;
import io.stele.core.channel.Endpoint;
import io.stele.core.founding.Founder;
import io.stele.core.founding.ProjectStore;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.time.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstStartTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void makesAProjectOnAnEmptyStore() {
        OneDatabase database = new OneDatabase(false);

        Optional<Founder.Founded> founded = node(database).foundFirstProject();

        assertThat(founded).isPresent();
        assertThat(database.founded).hasSize(1);
    }

    @Test
    void makesNoneWhereThereIsOne() {
        OneDatabase database = new OneDatabase(false);
        node(database).foundFirstProject();

        assertThat(node(database).foundFirstProject()).isEmpty();
        assertThat(database.founded).hasSize(1);
    }

    @Test
    void ofTwoNodesAtOnceOneMakesItAndTheOtherGoesOn() {
        OneDatabase database = new OneDatabase(true);
        node(database).foundFirstProject();

        assertThat(node(database).foundFirstProject()).isEmpty();
        assertThat(database.founded).hasSize(1);
    }

    @Test
    void failsWhenSomethingIsTakenAndThereIsNoProject() {
        OneDatabase database = new OneDatabase(false);
        database.phoneNumberIds.add(Plans.first(Settings.of(Map.of(), Path.of("")).bootstrap()).phoneNumberId());

        assertThatExceptionOfType(ProjectStore.AlreadyTaken.class)
                .isThrownBy(() -> node(database).foundFirstProject());
    }

    private static FirstStart node(ProjectStore store) {
        Founder founder =
                new Founder(store, new KsuidGenerator(CLOCK), UuidCreator::getTimeOrderedEpoch, CLOCK, "sandbox");
        return new FirstStart(store, founder, Settings.of(Map.of(), Path.of("")));
    }

    /** A store on which a second node looks before the first has written, when asked to. */
    private static final class OneDatabase implements ProjectStore {

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
