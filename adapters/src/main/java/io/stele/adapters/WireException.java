package io.stele.adapters;

/** A part of a request cannot be understood. Nothing has been done. */
public final class WireException extends RuntimeException {

    private final transient FieldPath path;
    private final String reason;

    /** @param reason what is wrong, as a sentence's predicate: {@code is required} */
    public WireException(FieldPath path, String reason) {
        super(path + " " + reason, null, false, false);
        this.path = path;
        this.reason = reason;
    }

    /**
     * A field that is told by its text only.
     *
     * @param field its path as the API's clients know it, taken for one name: {@code content.buttons[0].title}
     * @param reason what is wrong, as a sentence's predicate: {@code is required}
     */
    public WireException(String field, String reason) {
        this(FieldPath.of(field), reason);
    }

    /** Where it stands. */
    public FieldPath path() {
        return path;
    }

    /** Its path as the API's clients know it. */
    public String field() {
        return path.toString();
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }
}
