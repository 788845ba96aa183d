package io.stele.adapters.json;

import io.micronaut.json.tree.JsonNode;
import java.util.Optional;

/** Reads JSON that stands as text inside of other data. */
@FunctionalInterface
public interface JsonTexts {

    /** The tree; empty when the text is no JSON, or is nested too deep to be shown inside of something else. */
    Optional<JsonNode> read(String text);
}
