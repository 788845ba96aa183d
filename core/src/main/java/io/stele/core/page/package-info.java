/** Pages over lists that grow at one end: by key, never by counting. */
@NullMarked
package io.stele.core.page;

import org.jspecify.annotations.NullMarked;
