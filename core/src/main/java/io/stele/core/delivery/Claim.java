package io.stele.core.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A message whose lane is ours until the lease runs out.
 *
 * @param lane the correspondence
 * @param fence tells this claim from any other of the lane; a settlement with an old one is void
 * @param queuedAt when the delivery was put into the lane
 * @param heldUntil when the lease runs out, unless it is renewed: from then on another may have the lane
 * @param inDoubt whether an earlier attempt was begun whose outcome nobody wrote down
 */
public record Claim(
        UUID lane, UUID fence, Dispatch dispatch, Instant queuedAt, Instant heldUntil, boolean inDoubt) {}
