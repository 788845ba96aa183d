package io.stele.core.channel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks Meta about a WhatsApp number, with the settings with which it is to be connected. */
public interface NumberLookup {

    /**
     * Looks the number up. Never throws for anything that Meta or the network does.
     *
     * @param settings the url, version and access token among them are used; see {@link EndpointSettings}
     */
    Answer find(String phoneNumberId, Map<String, String> settings);

    /** What came of it. */
    sealed interface Answer {

        /**
         * Meta knows the number, and the token opens it.
         *
         * @param displayNumber the number as Meta writes it, for example {@code +1 555-010-0123}
         * @param verifiedName null when Meta tells none
         * @param quality as Meta words it; null when Meta tells none
         */
        record Found(String displayNumber, @Nullable String verifiedName, @Nullable String quality) implements Answer {}

        /**
         * Meta refuses: it does not know the number, or the token does not open it.
         *
         * @param code Meta's, for example {@code 190}
         * @param title one line
         * @param details null when there is nothing to add
         */
        record Refused(String code, String title, @Nullable String details) implements Answer {}

        /** Meta does not answer, has a fault, or asks to wait. Nothing is known. */
        record Unavailable() implements Answer {}
    }
}
