package io.stele.graphstub.http;

import java.io.IOException;

/** What came in is not HTTP as this server takes it. */
final class BadRequestException extends IOException {

    BadRequestException(String message) {
        super(message);
    }
}
