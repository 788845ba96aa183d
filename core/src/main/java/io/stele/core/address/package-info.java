/** Where a message comes from and goes to. */
@NullMarked
package io.stele.core.address;

import org.jspecify.annotations.NullMarked;
