/** The stand-in's own interface, by which a test tells it what to do and asks what it saw. */
@NullMarked
package io.stele.graphstub.control;

import org.jspecify.annotations.NullMarked;
