package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Why a message failed.
 *
 * @param code the provider's code where it has one ({@code 131026}), else a word of ours in upper case
 * @param title one line
 * @param details what can be done about it; null when there is nothing to add
 */
public record Failure(String code, String title, @Nullable String details) {

    /** Meta's code for a person who has stopped the marketing of a number. */
    public static final String MARKETING_STOPPED = "131050";

    /** Whether the person gets no marketing because they have asked for none. */
    public boolean isMarketingStopped() {
        return code.equals(MARKETING_STOPPED);
    }

    /** The title, and the details where there are any. */
    public String message() {
        return details == null ? title : title + ": " + details;
    }

    /** The same with a full stop at its end. */
    public String sentence() {
        return message().endsWith(".") ? message() : message() + ".";
    }
}
