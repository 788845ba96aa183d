package io.stele.graphstub.check;

/** What one value has to be. */
@FunctionalInterface
interface Rule {

    /** @throws Refusal when the value is anything else */
    void check(Field field);
}
