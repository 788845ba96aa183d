package io.stele.adapters.json;

/** Writes the records of the wire. */
@FunctionalInterface
public interface WireRecords {

    /** The record as JSON in UTF-8. Every wire record can be written. */
    byte[] write(Object record);
}
