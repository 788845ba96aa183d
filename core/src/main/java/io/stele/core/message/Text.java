package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Plain text.
 *
 * @param previewUrl whether the first link is to be shown with a preview; null when the caller did not say
 */
public record Text(String body, @Nullable Boolean previewUrl) implements Content {

    /** Text about whose preview nothing was said. */
    public static Text of(String body) {
        return new Text(body, null);
    }
}
