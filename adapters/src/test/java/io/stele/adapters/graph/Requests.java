package io.stele.adapters.graph;

import io.stele.contracts.kapso.graph.InboundMessage;
import io.stele.contracts.kapso.graph.MessageRequest;

/** Puts content into the messages that carry it. */
final class Requests {

    private Requests() {}

    static MessageRequest of(GraphContent content) {
        return new MessageRequest(
                "whatsapp", null, "15551234567", null, content.type(), null, null, null, null, content.text(),
                content.image(), content.video(), content.audio(), content.document(), content.sticker(),
                content.location(), content.contacts(), content.reaction(), content.interactive(), content.template(),
                null, null, null);
    }

    static InboundMessage received(GraphContent content) {
        return new InboundMessage(
                "wamid.X", "1772438400", content.type(), "15551234567", null, null, null, content.text(), content.image(),
                content.video(), content.audio(), content.document(), content.sticker(), content.location(),
                content.contacts(), content.reaction(), content.interactive(), content.template(), content.order(),
                content.button(), content.system(), content.unsupported(), content.errors(), null);
    }
}
