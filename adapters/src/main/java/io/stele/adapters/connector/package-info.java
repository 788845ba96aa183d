/** Providers: a package each, with its connector. */
@NullMarked
package io.stele.adapters.connector;

import org.jspecify.annotations.NullMarked;
