/** A made-up project, and stand-ins in memory for what the domain looks things up in. */
@NullMarked
package io.stele.core.example;

import org.jspecify.annotations.NullMarked;
