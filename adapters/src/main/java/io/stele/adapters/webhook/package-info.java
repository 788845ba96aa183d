/** What webhooks of several APIs have in common: how bodies are signed, and the ways that most of them do without. */
@NullMarked
package io.stele.adapters.webhook;

import org.jspecify.annotations.NullMarked;
