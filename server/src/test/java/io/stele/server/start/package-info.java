/** Tests of settings and start-up. */
@NullMarked
package io.stele.server.start;

import org.jspecify.annotations.NullMarked;
