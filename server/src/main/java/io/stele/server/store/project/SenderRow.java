package io.stele.server.store.project;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("sender")
record SenderRow(@Id UUID id, UUID projectId, Mode mode, String name, boolean defaultSender, Instant createdAt) {

    static SenderRow of(Sender sender) {
        return new SenderRow(
                sender.id().value(),
                sender.scope().project().value(),
                sender.scope().mode(),
                Values.storable(sender.name()),
                sender.isDefault(),
                sender.createdAt());
    }

    Sender sender() {
        return new Sender(
                new SenderId(id), new Scope(new ProjectId(projectId), mode), name, defaultSender, createdAt);
    }
}
