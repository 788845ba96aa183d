/**
 * The Zavu API on the wire (contract §1.5 and §2): one record for each JSON shape of the families message, conversation
 * and account, with the error envelope and the two list envelopes.
 *
 * <p>Resources omit a member that they have no value for. The few members that the contract keeps with a {@code null}
 * say so. Requests are tolerant: every member may be absent, unknown members are ignored, and nothing is checked here.
 */
@NullMarked
package io.stele.contracts.zavu;

import org.jspecify.annotations.NullMarked;
