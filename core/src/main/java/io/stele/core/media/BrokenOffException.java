package io.stele.core.media;

import java.io.IOException;

/** The server stops: what is being fetched is left to others. */
final class BrokenOffException extends IOException {

    BrokenOffException() {
        super("the server stops");
    }
}
