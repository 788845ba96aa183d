package io.stele.graphstub.graph;

import io.stele.graphstub.http.Answer;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that was found good and waits to be carried out.
 *
 * @param endpoint the name by which faults and the ledger know its kind
 * @param recipient for messages, whom it is for
 * @param notes what the ledger says of it beside the request itself
 */
record Passed(String endpoint, @Nullable String recipient, Map<String, Object> notes, Supplier<Taken> taking) {

    /** A request that only asks. */
    static Passed asking(String endpoint, Supplier<Answer> answer) {
        return new Passed(endpoint, null, Map.of(), () -> new Taken("served", Map.of(), answer.get(), () -> {}));
    }

    /**
     * A request that was carried out.
     *
     * @param verdict {@code accepted} for a message, {@code served} for all else
     * @param notes what came of it, for the ledger
     * @param report what is to be told to others before the answer is given
     */
    record Taken(String verdict, Map<String, Object> notes, Answer answer, Runnable report) {}
}
