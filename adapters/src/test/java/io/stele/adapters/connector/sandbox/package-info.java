/** Tests of the pretend provider. */
@NullMarked
package io.stele.adapters.connector.sandbox;

import org.jspecify.annotations.NullMarked;
