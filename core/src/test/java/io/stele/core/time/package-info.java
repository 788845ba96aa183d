/** Time under a test's control. */
@NullMarked
package io.stele.core.time;

import org.jspecify.annotations.NullMarked;
