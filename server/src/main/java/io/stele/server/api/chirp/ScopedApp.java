package io.stele.server.api.chirp;

import io.stele.core.project.AppId;
import io.stele.core.project.Scope;

/** An app with the scope in which it is. */
record ScopedApp(Scope scope, AppId id) {}
