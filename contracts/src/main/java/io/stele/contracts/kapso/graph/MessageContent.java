package io.stele.contracts.kapso.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sent and a stored message have in common: a {@code type} and one member, named by it, that holds the content.
 * The types {@code audio}, {@code document}, {@code image}, {@code sticker} and {@code video} share {@link Media}.
 */
public interface MessageContent {

    /** The kind of content; a send that omits it is a text (contract section 2.1). */
    @Nullable String type();

    @Nullable Text text();

    @Nullable Media image();

    @Nullable Media video();

    @Nullable Media audio();

    @Nullable Media document();

    @Nullable Media sticker();

    @Nullable Location location();

    @Nullable List<ContactCard> contacts();

    @Nullable Reaction reaction();

    @Nullable Interactive interactive();

    @Nullable Template template();
}
