package io.stele.core.contact;

import io.stele.core.message.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a contact; a null member stays as it is.
 *
 * @param metadata merged into what is there: a member replaces that of the same name, a null one removes it
 */
public record ContactChange(
        @Nullable Renaming profileName, @Nullable Renaming displayName, Json.@Nullable Members metadata) {}
