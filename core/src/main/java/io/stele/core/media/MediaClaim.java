package io.stele.core.media;

import java.util.UUID;

/**
 * The right to fetch a file, for a while.
 *
 * @param attempt counted from 1
 * @param fence of this attempt alone
 */
public record MediaClaim(ReceivedFile file, int attempt, UUID fence) {}
