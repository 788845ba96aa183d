package io.stele.server.api.sandbox;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What an email from a pretend customer says. */
@Serdeable
record EmailRequest(@Nullable String subject, @Nullable String text, @Nullable String html) {}
