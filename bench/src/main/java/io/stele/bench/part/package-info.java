/**
 * What can be measured: each class is one part of a run, and enters what it found in the report.
 */
@NullMarked
package io.stele.bench.part;

import org.jspecify.annotations.NullMarked;
