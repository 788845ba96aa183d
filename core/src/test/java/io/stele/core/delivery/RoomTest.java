package io.stele.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTest {

    private static final EndpointId ONE = endpoint(1);
    private static final EndpointId OTHER = endpoint(2);

    private static EndpointId endpoint(int number) {
        return new EndpointId(new Ksuid(1, 0, number));
    }

    private static List<EndpointId> lanes(EndpointId endpoint, int number) {
        return Collections.nCopies(number, endpoint);
    }

    @ParameterizedTest
    @CsvSource({"256, 128", "8, 4", "3, 1", "2, 1", "1, 1", "0, 0"})
    void oneEndpointGetsHalfOfTheRoom(int free, int admitted) {
        Room room = new Room(256, free, Map.of(), Set.of());

        assertThat(room.admitted(lanes(ONE, 300), Function.identity())).hasSize(admitted);
    }

    @ParameterizedTest
    @CsvSource({"128, 64", "8, 4", "2, 1", "1, 1"})
    void anotherEndpointGetsHalfOfTheRest(int left, int admitted) {
        Room room = new Room(256, left, Map.of(ONE, left), Set.of());

        assertThat(room.full()).containsExactly(ONE);
        assertThat(room.admitted(lanes(OTHER, 300), Function.identity())).hasSize(admitted);
    }

    @Test
    void theFirstOnesHaveTheRoomUpToTheMostThatMayBeClaimed() {
        List<EndpointId> lanes = new ArrayList<>(lanes(ONE, 2));
        lanes.addAll(lanes(OTHER, 5));

        assertThat(new Room(4, 100, Map.of(), Set.of()).admitted(lanes, Function.identity()))
                .containsExactly(ONE, ONE, OTHER, OTHER);
    }

    @Test
    void aClosedEndpointGetsNothing() {
        Room room = new Room(4, 100, Map.of(), Set.of(ONE));

        assertThat(room.full()).containsExactly(ONE);
        assertThat(room.admitted(List.of(ONE, OTHER, ONE), Function.identity())).containsExactly(OTHER);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, false", "0, 4, true", "4, 0, true"})
    void itIsFullWhenNothingMayBeClaimed(int most, int free, boolean full) {
        assertThat(new Room(most, free, Map.of(), Set.of()).isFull()).isEqualTo(full);
    }

    @Property
    void whoeverHasNothingUnderWayGetsItsTurnAsLongAsThereIsAny(
            @ForAll @IntRange(min = 1, max = 512) int most, @ForAll @Size(max = 8) List<@IntRange(max = 600) Integer> greedy) {
        Map<EndpointId, Integer> underWay = new HashMap<>();
        int free = most;
        for (int i = 0; i < greedy.size(); i++) {
            EndpointId endpoint = endpoint(i);
            int taken = new Room(most, free, underWay, Set.of())
                    .admitted(lanes(endpoint, greedy.get(i)), Function.identity())
                    .size();
            free -= taken;
            if (taken > 0) {
                underWay.put(endpoint, taken);
            }
        }

        assertThat(free).isGreaterThanOrEqualTo(most >> greedy.size());
        assertThat(new Room(most, free, underWay, Set.of()).admitted(lanes(endpoint(99), 1), Function.identity()))
                .hasSize(free > 0 ? 1 : 0);
    }
}
