package io.stele.server.http;

import io.stele.adapters.FieldPath;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.util.Set;

/** Why a request is not answered as asked. Each API renders one in its own envelope, with its own status and code. */
public sealed interface Refusal {

    /** The domain refuses. */
    record ByDomain(Rejection rejection) implements Refusal {}

    /**
     * A part of the body or of the query has the wrong form.
     *
     * @param field where it stands, as the API's clients know it
     * @param reason what is wrong, as a sentence's predicate: {@code must be a string}
     */
    record BadField(FieldPath field, String reason) implements Refusal {

        /** A field that is one name, or is told by its text only. */
        public BadField(String field, String reason) {
            this(FieldPath.of(field), reason);
        }
    }

    /** The body is no JSON, is empty, or is no object; or the request cannot be read as far as that. */
    record BadBody(String reason) implements Refusal {}

    /** Nobody is asking: there is no key. */
    record KeyMissing() implements Refusal {}

    /** The key is unknown, or is not of the kind that this path takes. */
    record KeyRefused() implements Refusal {}

    /** There is no such path. */
    record UnknownPath(String path) implements Refusal {}

    /** The path is there, but not for this method. */
    record WrongMethod(String method, Set<String> allowed) implements Refusal {}

    /** The body is of a kind that the path does not take. */
    record WrongContentType(String contentType) implements Refusal {}

    /** The body is compressed. Nothing here takes that: how large it is, is known before it is read. */
    record WrongContentCoding(String coding) implements Refusal {}

    /** @param limit the most bytes that a body may have */
    record BodyTooLarge(long limit) implements Refusal {}

    /** The provider has it; we do not. */
    record NotOffered(String what) implements Refusal {}

    /** Too many requests. */
    record TooMany(Duration retryAfter) implements Refusal {}

    /** The fault is ours. What it was stands in our log, not in the answer. */
    record Fault() implements Refusal {}
}
