package io.stele.adapters.connector.sandbox;

import io.stele.core.channel.Channel;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import java.nio.ByteBuffer;
import java.util.Base64;

/** The ids by which the sandbox knows messages: for each of ours always the same one. */
final class ProviderIds {

    /** Makes a wamid longer than the 27 characters that our own id takes in Kapso's form, so that neither is taken for the other. */
    private static final byte[] LEAD = {0x1C, 0x18, 0x14};

    private ProviderIds() {}

    static String of(MessageId message, Channel channel) {
        Ksuid id = message.value();
        return switch (channel) {
            case WHATSAPP -> "wamid." + wamid(id);
            case EMAIL -> "<" + id + "@sandbox.test>";
            case SMS, SMS_ONEWAY, TELEGRAM, INSTAGRAM, MESSENGER, VOICE -> "sandbox-" + id;
        };
    }

    private static String wamid(Ksuid id) {
        byte[] bytes = ByteBuffer.allocate(LEAD.length + Ksuid.BYTES).put(LEAD).put(id.bytes()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
