/** Translators: each API's wire to and from the canonical message, and the canonical message to and from each provider. */
@NullMarked
package io.stele.adapters;

import org.jspecify.annotations.NullMarked;
