/** {@code POST /sandbox/inbound}: a pretend customer writes in, on any channel, with any kind of message. */
@NullMarked
package io.stele.server.api.sandbox;

import org.jspecify.annotations.NullMarked;
