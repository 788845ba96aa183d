package io.stele.server.api.sandbox;

import io.stele.adapters.chirp.ChirpIds;
import io.stele.adapters.graph.MessageNames;
import io.stele.adapters.kapso.KapsoIds;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A pretend customer may name the message that they quote or react to by its id in any of the three APIs, or by the provider's. */
@Singleton
final class AnyName implements MessageNames {

    private final KapsoIds kapso;

    AnyName(KapsoIds kapso) {
        this.kapso = kapso;
    }

    @Override
    public MessageReference read(String id) {
        Optional<MessageId> ours = ZavuIds.messageId(id)
                .or(() -> ChirpIds.readMessage(id).map(ChirpIds.Read::id));
        return ours.map(found -> new MessageReference(found, null, id)).orElseGet(() -> kapso.read(id));
    }

    @Override
    public String write(MessageReference message) {
        return kapso.write(message);
    }
}
