/** Tests of what the operator has. */
@NullMarked
package io.stele.server.api.operator;

import org.jspecify.annotations.NullMarked;
