/** The pretend provider's memory. */
@NullMarked
package io.stele.server.store.sandbox;

import org.jspecify.annotations.NullMarked;
