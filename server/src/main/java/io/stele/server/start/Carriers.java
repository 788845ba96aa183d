package io.stele.server.start;

/**
 * The threads that carry virtual ones. Usually there are as many as processors.
 *
 * <p>Who waits in H2 for a transaction of which a statement has failed, as one does where a key is taken, does not pause before that transaction ends
 * (H2 2.3 and 2.4). As many of them as there are carriers would keep the very one from running for whom they wait. There are never more in H2 than
 * there are connections in the pool: so with one carrier for each of them, and those that there are anyway, everybody runs.
 */
final class Carriers {

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

    /** More than the pool has (application.yml). */
    private static final int CONNECTIONS = 16;

    private Carriers() {}

    /** Has as many as connections to H2 need, unless it is said otherwise already. To be called before the first virtual thread is made. */
    static void forConnectionsToH2() {
        if (System.getProperty(PARALLELISM) == null) {
            System.setProperty(PARALLELISM, String.valueOf(Runtime.getRuntime().availableProcessors() + CONNECTIONS));
        }
    }
}
