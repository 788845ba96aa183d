/** The Chirp API over HTTP. */
@NullMarked
package io.stele.server.api.chirp;

import org.jspecify.annotations.NullMarked;
