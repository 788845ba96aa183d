/**
 * The people that a project talks with: contacts, correspondences, threads and conversations.
 *
 * <p>A transaction that writes messages opens the {@link io.stele.server.store.people.Talks} that they belong to: that
 * introduces strangers, and locks each correspondence, so that nothing about a person is made twice or counted wrongly.
 */
@NullMarked
package io.stele.server.store.people;

import org.jspecify.annotations.NullMarked;
