/** Chirp's wire to and from the domain: by example, and by generated messages of every kind. */
@NullMarked
package io.stele.adapters.chirp;

import org.jspecify.annotations.NullMarked;
