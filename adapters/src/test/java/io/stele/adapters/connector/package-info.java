/** What every connector has to keep: one contract, and a subclass of it for each connector. */
@NullMarked
package io.stele.adapters.connector;

import org.jspecify.annotations.NullMarked;
