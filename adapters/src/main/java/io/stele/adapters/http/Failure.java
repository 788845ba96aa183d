package io.stele.adapters.http;

/** A request that has no answer. */
public sealed interface Failure extends Exchange, Download permits NotSent, NoAnswer {

    /** For people: fixed words, and the kind of the exception. Never holds what was sent, where to, or what came. */
    String text();
}
