package io.stele.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work of a transaction that failed again, for each of its rows alone: a row that cannot be read is put off, and holds up no
 * other. Where the database is away, no row is: each of them can be read when it is back.
 */
public final class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    /**
     * Does the work for each row, in a transaction of its own.
     *
     * @param kind what the rows are, for people
     * @param putOff makes the row due later
     * @return what came of those that could be done
     * @throws RuntimeException when nothing could be done because the database is away
     */
    public static <K, T> List<T> each(String kind, List<K> rows, Function<K, T> work, Consumer<K> putOff) {
        List<T> done = new ArrayList<>();
        for (K row : rows) {
            try {
                done.add(work.apply(row));
            } catch (RuntimeException | StackOverflowError unreadable) {
                if (unreadable instanceof RuntimeException away && DatabaseFault.isAway(away)) {
                    if (done.isEmpty()) {
                        throw away;
                    }
                    return done;
                }
                try {
                    putOff.accept(row);
                } catch (RuntimeException away) {
                    if (done.isEmpty()) {
                        throw away;
                    }
                    return done;
                }
                LOG.warn("The {} {} cannot be read and waits: {}", kind, row, DatabaseFault.describe(unreadable));
            }
        }
        return done;
    }
}
