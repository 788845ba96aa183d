package io.stele.core.media;

import java.io.IOException;

/** Somebody else has the claim: what is being fetched is nobody's. */
final class LostClaimException extends IOException {

    LostClaimException() {
        super("the claim was lost");
    }
}
