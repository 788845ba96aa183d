/** Tests of the workers. */
@NullMarked
package io.stele.server.worker;

import org.jspecify.annotations.NullMarked;
