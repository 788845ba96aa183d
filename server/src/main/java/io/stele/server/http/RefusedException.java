package io.stele.server.http;

import io.stele.adapters.FieldPath;

/** Carries a refusal to the place where the API renders it. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** Refuses a field of the body or of the query. */
    public static RefusedException field(String field, String reason) {
        return field(FieldPath.of(field), reason);
    }

    /** Refuses what stands here in the body. */
    public static RefusedException field(FieldPath path, String reason) {
        return new RefusedException(new Refusal.BadField(path, reason));
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
