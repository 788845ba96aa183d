/**
 * The figures of a run, the ratios that they are held to, and the table that shows both.
 */
@NullMarked
package io.stele.bench.report;

import org.jspecify.annotations.NullMarked;
