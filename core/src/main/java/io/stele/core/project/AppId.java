package io.stele.core.project;

import io.stele.core.identity.Ksuid;

/** Names an app: Chirp's group of endpoints, keys and webhooks inside a project. */
public record AppId(Ksuid value) {}
