package io.stele.adapters;

/** A part of a request cannot be understood. Nothing has been done. */
public final class WireException extends RuntimeException {

    private final String field;
    private final String reason;

    /**
     * @param field its path as the API's clients know it: {@code content.buttons[0].title}
     * @param reason what is wrong, as a sentence's predicate: {@code is required}
     */
    public WireException(String field, String reason) {
        super(field + " " + reason, null, false, false);
        this.field = field;
        this.reason = reason;
    }

    /** Its path as the API's clients know it. */
    public String field() {
        return field;
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }
}
