/**
 * Meta's message shapes to and from the canonical content: what is sent, and what a person's message holds. Used by the
 * Kapso API, whose proxy speaks these shapes, and by whatever else takes or makes messages in Meta's form.
 *
 * <p>{@link io.stele.adapters.graph.GraphReader} reads, {@link io.stele.adapters.graph.GraphWriter} writes. How the id of
 * another message is spelled is the user's affair: {@link io.stele.adapters.graph.MessageNames}.
 */
@NullMarked
package io.stele.adapters.graph;

import org.jspecify.annotations.NullMarked;
