package io.stele.adapters.json;

import io.micronaut.json.tree.JsonNode;

/** Writes the wire's records where they are needed as text of our own, such as what is signed. */
@FunctionalInterface
public interface JsonRecords {

    /** The record as a tree, as any answer would hold it. */
    JsonNode tree(Object record);
}
