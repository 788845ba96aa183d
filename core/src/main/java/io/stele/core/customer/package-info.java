/** The customers of a project: for whom it serves numbers. */
@NullMarked
package io.stele.core.customer;

import org.jspecify.annotations.NullMarked;
