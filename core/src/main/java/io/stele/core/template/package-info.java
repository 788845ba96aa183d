/** Templates: for now what providers tell of them. */
@NullMarked
package io.stele.core.template;

import org.jspecify.annotations.NullMarked;
