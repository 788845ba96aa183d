package io.stele.core.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person has asked of an endpoint about marketing. Who has asked nothing may be written to.
 *
 * @param at when the person asked, by the provider's clock
 * @param source from where we know
 * @param detail in the provider's words, or the word that the person wrote; null when nothing was said
 */
public record MarketingPreference(Wish wish, Instant at, Source source, @Nullable String detail) {

    /** What is wanted. */
    public enum Wish {
        STOP,
        RESUME
    }

    /** From where a preference is known. */
    public enum Source {
        /** The person wrote one of the endpoint's stop or start words. */
        MESSAGE,
        /** The provider reported what the person chose in its app. */
        PROVIDER_REPORT,
        /** The provider refused a marketing message because the person has stopped them. */
        PROVIDER_REFUSAL
    }

    /** Whether marketing is refused. */
    public boolean isStop() {
        return wish == Wish.STOP;
    }
}
