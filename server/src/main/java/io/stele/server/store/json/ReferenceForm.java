package io.stele.server.store.json;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.Direction;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;

/** The stored form of a reference to another message. */
final class ReferenceForm {

    private ReferenceForm() {}

    static Json write(MessageReference reference) {
        MessageId id = reference.id();
        Direction direction = reference.direction();
        return new Members()
                .with("id", id == null ? null : id.value().toString())
                .with("direction", direction == null ? null : direction.name())
                .with("providerMessageId", reference.providerMessageId())
                .build();
    }

    static MessageReference read(Json json) {
        Fields fields = Fields.of(json);
        String id = fields.textOrNull("id");
        return new MessageReference(
                id == null ? null : new MessageId(Ksuid.parse(id).orElseThrow()),
                fields.textOrNull("direction") == null ? null : fields.constant("direction", Direction.class),
                fields.textOrNull("providerMessageId"));
    }
}
