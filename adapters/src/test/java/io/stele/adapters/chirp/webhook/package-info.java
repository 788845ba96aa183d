/** Tests of Chirp's webhooks. */
@NullMarked
package io.stele.adapters.chirp.webhook;

import org.jspecify.annotations.NullMarked;
