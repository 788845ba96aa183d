package io.stele.adapters.http;

import java.time.Duration;

/**
 * The other side answered.
 *
 * @param status from 200 to 999; interim answers are passed over, and redirects not followed
 * @param body its first bytes, at most as many as were wanted; empty when there is none
 * @param truncated whether the body has more bytes than these, or ended before its time
 * @param latency from the start of the request to the last byte that was kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would serve nobody
public record Answered(int status, AnswerHeaders headers, byte[] body, boolean truncated, Duration latency)
        implements Exchange {

    /** The status alone: the rest may hold secrets. */
    @Override
    public String toString() {
        return "status " + status;
    }
}
