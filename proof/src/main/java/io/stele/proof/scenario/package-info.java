/**
 * What is done to a server, each with one idea, and the stage on which it is done.
 */
@NullMarked
package io.stele.proof.scenario;

import org.jspecify.annotations.NullMarked;
