/** Messages: their rows, and the lists of them. */
@NullMarked
package io.stele.server.store.message;

import org.jspecify.annotations.NullMarked;
