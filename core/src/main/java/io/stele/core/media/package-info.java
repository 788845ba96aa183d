/**
 * Files that people send. A provider keeps such a file for a while and gives it to whoever names it; it is noted with the message, fetched by a
 * worker or by the first who asks for it, and kept piece by piece.
 */
@NullMarked
package io.stele.core.media;

import org.jspecify.annotations.NullMarked;
