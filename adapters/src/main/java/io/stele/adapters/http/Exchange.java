package io.stele.adapters.http;

/** What came of a request: {@link Answered}, {@link NotSent} or {@link NoAnswer}. */
public sealed interface Exchange permits Answered, Failure {}
