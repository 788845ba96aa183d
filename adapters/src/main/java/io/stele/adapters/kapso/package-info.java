/**
 * The Kapso API's resources to and from the canonical ones. What a message says is in Meta's form, which
 * {@link io.stele.adapters.graph} reads and writes; what stands around it is here.
 */
@NullMarked
package io.stele.adapters.kapso;

import org.jspecify.annotations.NullMarked;
