package io.stele.bench.load;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param heating load on a server that has just started: on two cores the second compiler takes a third of them for about a minute
 * @param warmUp load before each measurement
 * @param burst load that is measured
 * @param repeats how often
 * @param sustained the load of the part that is measured to the end
 * @param people who have an open window
 * @param stored messages of a small store
 * @param large messages of a large one
 * @param picks single messages of which is measured how soon they go out
 * @param backlog messages that wait while their memory is measured
 * @param starts how often the server is started
 * @param longestDrain for how long a backlog may take to be delivered
 */
public record Pace(
        Duration heating,
        Duration warmUp,
        Duration burst,
        int repeats,
        Duration sustained,
        int people,
        int stored,
        int large,
        int picks,
        int backlog,
        int starts,
        Duration longestDrain) {

    /** What figures are measured with. */
    public static final Pace FULL = new Pace(
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofSeconds(8),
            3,
            Duration.ofSeconds(30),
            10_000,
            10_000,
            10_000_000,
            200,
            20_000,
            5,
            Duration.ofMinutes(15));

    /** What shows that everything works; its figures mean nothing. */
    public static final Pace QUICK = new Pace(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            1,
            Duration.ofSeconds(2),
            1_000,
            1_000,
            50_000,
            20,
            1_000,
            1,
            Duration.ofMinutes(5));
}
