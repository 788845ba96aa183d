/**
 * The programs that a run starts: on the loopback address, below one directory, and stopped by their process ids whatever happens.
 */
@NullMarked
package io.stele.harness.process;

import org.jspecify.annotations.NullMarked;
