/**
 * How the real numbers of a project come, change and go: with what their connector needs to know of them, and with an event in the project's
 * log. What went through a number that has gone can still be read.
 */
@NullMarked
package io.stele.core.connection;

import org.jspecify.annotations.NullMarked;
