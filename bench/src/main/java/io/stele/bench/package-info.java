/**
 * Measures Stele as a process with its real settings, and in the same run what its figures are compared with, so that each of them is a
 * ratio. Knows nothing of the server's classes. How it is run, and what is measured how, stands in {@code bench/README.md}.
 */
@NullMarked
package io.stele.bench;

import org.jspecify.annotations.NullMarked;
