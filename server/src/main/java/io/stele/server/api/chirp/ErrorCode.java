package io.stele.server.api.chirp;

import java.util.Locale;

/** The codes of Chirp's that a refusal can have here (contract §1.4). */
enum ErrorCode {
    CONVERSATION_WINDOW_EXPIRED,
    PHONE_NUMBER_NOT_ASSIGNED,
    UNSUPPORTED_MESSAGE_TYPE,
    INVALID_PHONE_NUMBER,
    TEMPLATE_NOT_FOUND,
    TEMPLATE_PARAMETER_MISMATCH,
    WHATSAPP_NOT_CONFIGURED,
    RATE_LIMIT_EXCEEDED,
    TEST_APP_REQUIRED;

    private static final String EXPLAINED = "https://docs.buildwithchirp.com/api_reference/error-codes#";

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where Chirp explains the code to its clients. */
    String documentation() {
        return EXPLAINED + wireName();
    }
}
