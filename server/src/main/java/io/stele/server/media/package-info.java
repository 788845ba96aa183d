/** Links to the files that people send, and the answers to those who follow them: the same for every API. */
@NullMarked
package io.stele.server.media;

import org.jspecify.annotations.NullMarked;
