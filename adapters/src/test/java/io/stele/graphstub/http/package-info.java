/** HTTP/1.1 on a plain socket, so that an answer can be late, broken, half or none. */
@NullMarked
package io.stele.graphstub.http;

import org.jspecify.annotations.NullMarked;
