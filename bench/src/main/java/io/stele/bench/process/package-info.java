/**
 * The programs that Stele is compared with, as processes.
 */
@NullMarked
package io.stele.bench.process;

import org.jspecify.annotations.NullMarked;
