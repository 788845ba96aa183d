/** The Chirp wire against its own examples and its own OpenAPI document. */
@NullMarked
package io.stele.contracts.chirp;

import org.jspecify.annotations.NullMarked;
