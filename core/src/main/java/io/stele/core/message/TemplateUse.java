package io.stele.core.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message made from a template. */
public record TemplateUse(Template template, List<Component> components) implements Content {

    public TemplateUse {
        components = List.copyOf(components);
    }

    /** Which template is meant. */
    public sealed interface Template {}

    /** The template with this id of ours (Zavu's way of naming one). */
    public record TemplateById(String id) implements Template {}

    /**
     * The template with this name in this language (Meta's way of naming one).
     *
     * @param policy Meta's language policy as given; null when not given
     */
    public record TemplateByName(String name, String language, @Nullable String policy) implements Template {}

    /** What fills the template's gaps. */
    public sealed interface Component {}

    public record Header(List<Parameter> parameters) implements Component {
        public Header {
            parameters = List.copyOf(parameters);
        }
    }

    public record Body(List<Parameter> parameters) implements Component {
        public Body {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * @param type {@code url}, {@code quick_reply}, {@code phone_number}, {@code copy_code}, {@code flow} or {@code catalog}
     * @param index which of the template's buttons, from 0
     */
    public record Button(String type, int index, List<Parameter> parameters) implements Component {
        public Button {
            parameters = List.copyOf(parameters);
        }
    }

    public record Cards(List<Card> cards) implements Component {
        public Cards {
            cards = List.copyOf(cards);
        }
    }

    public record Card(int index, List<Component> components) {
        public Card {
            components = List.copyOf(components);
        }
    }

    /** @param expiresAtMillis Unix milliseconds; null when not given */
    public record LimitedTimeOffer(@Nullable Long expiresAtMillis) implements Component {}

    /** The value of one gap. */
    public sealed interface Parameter {}

    /** @param name of the gap in a template with named ones; null in one with positions, where the order tells */
    public record TextParameter(@Nullable String name, String text) implements Parameter {}

    /** @param amount1000 the amount times 1000 */
    public record CurrencyParameter(@Nullable String name, String fallback, String code, long amount1000)
            implements Parameter {}

    public record DateTimeParameter(@Nullable String name, String fallback) implements Parameter {}

    /** @param kind an image, a video or a document */
    public record MediaParameter(MediaKind kind, MediaFile file, @Nullable String filename) implements Parameter {}

    public record LocationParameter(Location location) implements Parameter {}

    /** What a quick-reply button sends back. */
    public record PayloadParameter(String payload) implements Parameter {}

    public record CouponCodeParameter(String code) implements Parameter {}

    /**
     * What a button does: opens a flow or a catalog.
     *
     * @param flowToken null when not given
     * @param flowActionData null when not given
     * @param thumbnailRetailerId of a catalog button; null when not given
     */
    public record ActionParameter(
            @Nullable String flowToken, @Nullable Json flowActionData, @Nullable String thumbnailRetailerId)
            implements Parameter {}
}
