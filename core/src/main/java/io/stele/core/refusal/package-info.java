/** Why the domain says no. Each API renders a rejection in one place, in its own envelope. */
@NullMarked
package io.stele.core.refusal;

import org.jspecify.annotations.NullMarked;
