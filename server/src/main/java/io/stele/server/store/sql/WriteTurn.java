package io.stele.server.store.sql;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Whose turn it is to write. H2 (2.3.232) is written by one transaction at a time, in order of arrival: each commit writes down the tables and indexes one after the
 * other, while another transaction may be ending. Should the process die then, that one is in some of them and not in others, and stays so: we saw an index that found
 * a row for ever under what it no longer had. PostgreSQL needs no turns.
 */
sealed interface WriteTurn {

    /**
     * Does this when it is this thread's turn; at once when it is already.
     *
     * @throws StoreException when the turn does not come in time
     */
    <T> T within(Patience patience, Supplier<T> work);

    /** How many transactions are worth having at once, where the work of many can be done in one. */
    int atOnce();

    static WriteTurn of(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> new Everybody();
            case H2 -> new OneByOne(new ReentrantLock(true));
        };
    }

    /** Nobody waits. */
    record Everybody() implements WriteTurn {
        @Override
        public <T> T within(Patience patience, Supplier<T> work) {
            return work.get();
        }

        /** While one waits for the disk the other works. */
        @Override
        public int atOnce() {
            return 2;
        }
    }

    /** One thread at a time. */
    record OneByOne(ReentrantLock lock) implements WriteTurn {
        @Override
        public <T> T within(Patience patience, Supplier<T> work) {
            patience.await(lock::tryLock, "the turn to write did not come in time");
            try {
                return work.get();
            } finally {
                lock.unlock();
            }
        }

        /** A second would only wait for the first, with work that the next could have done along with its own. */
        @Override
        public int atOnce() {
            return 1;
        }
    }
}
