/**
 * Stele as its clients and as Meta see it: a server with a number that is connected to the stand-in of Graph, and people who have written.
 */
@NullMarked
package io.stele.harness.stele;

import org.jspecify.annotations.NullMarked;
