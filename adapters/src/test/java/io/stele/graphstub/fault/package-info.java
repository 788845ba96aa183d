/** Answers that go wrong on command. */
@NullMarked
package io.stele.graphstub.fault;

import org.jspecify.annotations.NullMarked;
