package io.stele.core.media;

import io.stele.core.identity.Ksuid;

/** Names a file that a person sent. */
public record MediaId(Ksuid value) {}
