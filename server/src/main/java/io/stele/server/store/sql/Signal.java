package io.stele.server.store.sql;

/** What a transaction can leave for others to do. */
public enum Signal {
    /** Events were written that have no position yet. */
    EVENTS_WRITTEN,
    /** Events were given positions: the logs go on. */
    EVENTS_NUMBERED,
    /** Deliveries of webhooks wait to be sent that did not before. */
    WEBHOOKS_TO_SEND,
    /** Files that people sent are to be fetched. */
    MEDIA_RECEIVED
}
