package io.stele.proof.verdict;

/**
 * What is asked of a scenario beyond what is asked of each.
 *
 * @param ordered whether texts to one person must reach the provider in the order in which they were sent
 * @param doubtsEnd whether each message must be done with. Otherwise one may still be in doubt that was under way at a disturbance: Stele waits for
 *     a minute for its receipt before it sends it again
 */
public record Rules(boolean ordered, boolean doubtsEnd) {

    public static final Rules WHOLE = new Rules(true, true);
    public static final Rules SHORT = new Rules(true, false);

    public Rules unordered() {
        return new Rules(false, doubtsEnd);
    }
}
