package io.stele.core.contact;

import org.jspecify.annotations.Nullable;

/**
 * A name is to be another one.
 *
 * @param to null takes the name away
 */
public record Renaming(@Nullable String to) {

    /** The name after the renaming, if there is one. */
    static @Nullable String of(@Nullable String name, @Nullable Renaming renaming) {
        return renaming == null ? name : renaming.to();
    }
}
