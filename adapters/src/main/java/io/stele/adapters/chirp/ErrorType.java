package io.stele.adapters.chirp;

import java.util.Locale;

/** Whose fault an error is (contract §1.3). */
public enum ErrorType {
    INVALID_REQUEST_ERROR,
    AUTHENTICATION_ERROR,
    PROVIDER_ERROR,
    API_ERROR;

    /** As it is written. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
