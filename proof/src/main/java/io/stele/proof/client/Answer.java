package io.stele.proof.client;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import io.stele.graphstub.json.NotJsonException;
import java.util.Optional;

/**
 * What a request was answered with.
 *
 * @param status 0 when there was no answer
 * @param body empty when there was no answer
 * @param retryAfter the header; empty without it
 * @param fault why there was no answer; empty when there was one
 */
record Answer(int status, String body, String retryAfter, String fault) {

    private static final int GOOD = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;

    boolean isGood() {
        return status >= GOOD && status < FIRST_REDIRECT;
    }

    /** Whether the same may be asked again. */
    boolean isPassing() {
        return status == 0 || status == TOO_MANY || status >= FAULT;
    }

    /** The body, when it is an object. */
    Optional<Members> members() {
        try {
            return Optional.of(Members.of(Json.read(body)));
        } catch (NotJsonException _) {
            return Optional.empty();
        }
    }
}
