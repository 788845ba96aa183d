package io.stele.graphstub.client;

/**
 * The sums over a ledger.
 *
 * @param accepted messages
 * @param callbackData how many different notes there were
 * @param acceptedTwice how many notes came with more than one accepted message
 * @param callbacks attempts at telling the business something
 * @param callbacksAcknowledged those of them that were answered with 200
 */
public record Totals(
        long accepted,
        long refused,
        long faulted,
        long callbackData,
        long acceptedTwice,
        long callbacks,
        long callbacksAcknowledged) {}
