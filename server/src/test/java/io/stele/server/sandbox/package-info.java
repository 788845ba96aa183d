/** What becomes of messages in the sandbox, tried on a whole server. */
@NullMarked
package io.stele.server.sandbox;

import org.jspecify.annotations.NullMarked;
