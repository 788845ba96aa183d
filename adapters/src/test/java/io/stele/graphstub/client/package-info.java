/** Starts the stand-in as a process of its own, and speaks to it in types. */
@NullMarked
package io.stele.graphstub.client;

import org.jspecify.annotations.NullMarked;
