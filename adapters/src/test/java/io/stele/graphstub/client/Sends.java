package io.stele.graphstub.client;

/** How often messages with one note were accepted, refused, and met with a fault that did not take them. */
public record Sends(long accepted, long refused, long faulted) {}
