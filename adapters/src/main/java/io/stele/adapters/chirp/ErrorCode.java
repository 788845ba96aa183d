package io.stele.adapters.chirp;

import java.util.Locale;

/** The codes of Chirp's that an error can have here (contract §1.4). */
public enum ErrorCode {
    MESSAGE_UNDELIVERABLE,
    CONVERSATION_WINDOW_EXPIRED,
    DISPLAY_NAME_NOT_APPROVED,
    ACCOUNT_RESTRICTED,
    WHATSAPP_RATE_LIMITED,
    PHONE_NUMBER_NOT_ASSIGNED,
    UNSUPPORTED_MESSAGE_TYPE,
    INVALID_PHONE_NUMBER,
    TEMPLATE_NOT_FOUND,
    TEMPLATE_PARAMETER_MISMATCH,
    WHATSAPP_NOT_CONFIGURED,
    RATE_LIMIT_EXCEEDED,
    META_API_ERROR,
    META_API_UNAVAILABLE,
    TEST_APP_REQUIRED;

    private static final String EXPLAINED = "https://docs.buildwithchirp.com/api_reference/error-codes#";

    /** As it is written. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where Chirp explains the code to its clients. */
    public String documentation() {
        return EXPLAINED + wireName();
    }
}
