package io.stele.core.channel;

/** A way to reach a person. */
public enum Channel {
    SMS,
    /** SMS from a shared number, which cannot be answered. */
    SMS_ONEWAY,
    WHATSAPP,
    TELEGRAM,
    EMAIL,
    INSTAGRAM,
    MESSENGER,
    VOICE
}
