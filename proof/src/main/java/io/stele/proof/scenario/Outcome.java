package io.stele.proof.scenario;

import io.stele.proof.verdict.Findings;
import java.util.List;

/**
 * What a scenario came to.
 *
 * @param scenario its name with that of the database
 * @param rounds how often it was done
 * @param notes what was measured
 */
public record Outcome(String scenario, int rounds, Findings findings, List<String> notes) {

    public Outcome {
        notes = List.copyOf(notes);
    }
}
