package io.stele.server.api.chirp;

import java.util.Locale;

/** Whose fault an error is (contract §1.3). */
enum ErrorType {
    INVALID_REQUEST_ERROR,
    AUTHENTICATION_ERROR,
    PROVIDER_ERROR,
    API_ERROR;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
