package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/**
 * What a message stands in relation to.
 *
 * @param quote the message that this one answers; null when it answers none
 * @param forwarded whether it was forwarded; false when nothing was said
 * @param frequentlyForwarded whether it was forwarded many times
 * @param product the product of a catalog that it is about; null when none
 */
public record Context(
        @Nullable Quote quote, boolean forwarded, boolean frequentlyForwarded, @Nullable ReferredProduct product) {

    /** The context of a message that stands alone. */
    public static final Context NONE = new Context(null, false, false, null);

    /** The context of a message that answers another. */
    public static Context answering(Quote quote) {
        return new Context(quote, false, false, null);
    }

    /**
     * A quoted message, as it was when it was quoted.
     *
     * @param from the quoted message's sender, in the canonical form of its address; null when unknown
     * @param text the beginning of its text; null when it has none or is unknown
     * @param kind null when the message is none of ours
     */
    public record Quote(
            MessageReference message, @Nullable String from, @Nullable String text, @Nullable ContentKind kind) {

        /** A quote of a message of which only a reference is known. */
        public static Quote of(MessageReference message) {
            return new Quote(message, null, null, null);
        }
    }

    public record ReferredProduct(@Nullable String catalogId, @Nullable String retailerId) {}
}
