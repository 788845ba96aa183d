/**
 * What makes the load, and reads what came of it: wrk with the scripts in {@code bench/load}, and pgbench.
 */
@NullMarked
package io.stele.bench.load;

import org.jspecify.annotations.NullMarked;
