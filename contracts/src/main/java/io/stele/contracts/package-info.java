/** The wire of the three APIs: records of their JSON shapes, nothing else. */
@NullMarked
package io.stele.contracts;

import org.jspecify.annotations.NullMarked;
