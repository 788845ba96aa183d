/**
 * The stored form of what a message says: JSON that reads back exactly, whatever becomes of the names in the domain.
 *
 * <p>It is written out member by member instead of being derived from the records, since rows that were written years ago must still read
 * back: a member may be added here, but none renamed. The switches are exhaustive, so that a new kind of content does not compile before
 * it has a stored form.
 */
@NullMarked
package io.stele.server.store.json;

import org.jspecify.annotations.NullMarked;
