/**
 * What the kernel and the JDK tell of this machine and of a process on it.
 */
@NullMarked
package io.stele.harness.machine;

import org.jspecify.annotations.NullMarked;
