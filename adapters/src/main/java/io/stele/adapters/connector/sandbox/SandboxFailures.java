package io.stele.adapters.connector.sandbox;

import io.stele.core.channel.Channel;
import io.stele.core.message.Failure;

/** The failures that the sandbox pretends: on WhatsApp with Meta's codes. */
final class SandboxFailures {

    static final Failure WINDOW_CLOSED = new Failure(
            "131047",
            "Re-engagement message",
            "More than 24 hours have passed since the recipient last wrote; send a template");

    private static final Failure NOT_ON_WHATSAPP = new Failure(
            "131026", "Message undeliverable", "The recipient cannot be reached on WhatsApp");

    private static final Failure UNREACHABLE =
            new Failure("RECIPIENT_UNREACHABLE", "Message undeliverable", "The recipient cannot be reached");

    private SandboxFailures() {}

    static Failure unreachable(Channel channel) {
        return switch (channel) {
            case WHATSAPP -> NOT_ON_WHATSAPP;
            case SMS, SMS_ONEWAY, TELEGRAM, EMAIL, INSTAGRAM, MESSENGER, VOICE -> UNREACHABLE;
        };
    }
}
