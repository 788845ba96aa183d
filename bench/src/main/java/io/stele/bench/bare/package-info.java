/**
 * What Stele is compared with: a server of the same framework that does nothing. It is also where Kannel delivers to.
 */
@NullMarked
package io.stele.bench.bare;

import org.jspecify.annotations.NullMarked;
