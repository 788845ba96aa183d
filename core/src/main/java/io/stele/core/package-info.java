/** The canonical domain and its use cases. Plain Java: no framework, no JSON text, no SQL. */
@NullMarked
package io.stele.core;

import org.jspecify.annotations.NullMarked;
