/** Identifiers: KSUIDs, and where new ones come from. */
@NullMarked
package io.stele.core.identity;

import org.jspecify.annotations.NullMarked;
