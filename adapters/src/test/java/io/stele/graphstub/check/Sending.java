package io.stele.graphstub.check;

import org.jspecify.annotations.Nullable;

/**
 * A message that was found good.
 *
 * @param type Meta's word for the content, such as {@code text}
 * @param callbackData the sender's own note, to be given back with each receipt
 * @param category the template's category in lower case; null for what is no template, or one that nothing is known of
 */
public record Sending(Recipient recipient, String type, @Nullable String callbackData, @Nullable String category) {}
