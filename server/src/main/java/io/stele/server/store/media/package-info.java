/** The files that people send: noted with their messages, fetched piece by piece, and kept in the database like all else. */
@NullMarked
package io.stele.server.store.media;

import org.jspecify.annotations.NullMarked;
