/**
 * Meta's own message shapes, as the WhatsApp Cloud API defines them and the Kapso proxy passes them on: what a send
 * carries, what a customer's message carries, delivery statuses and errors. The members that depend on a {@code type}
 * stand side by side and are null when absent, as on the wire; none of the limits named here is enforced by a record.
 */
@NullMarked
package io.stele.contracts.kapso.graph;

import org.jspecify.annotations.NullMarked;
