/** Work that keeps the store in shape, and that nobody waits for. */
@NullMarked
package io.stele.core.housekeeping;

import org.jspecify.annotations.NullMarked;
