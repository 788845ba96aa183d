package io.stele.server.store.project;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.stele.core.identity.Ksuid;
import io.stele.core.project.AppId;
import io.stele.core.project.KeyKind;
import io.stele.core.project.Mode;
import io.stele.core.project.NewKey;
import io.stele.core.project.Principal;
import io.stele.core.project.Project;
import io.stele.core.project.ProjectId;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("api_key")
record ApiKeyRow(
        @Id UUID id,
        UUID projectId,
        Mode mode,
        KeyKind kind,
        @TypeDef(type = DataType.BYTE_ARRAY, converter = KsuidColumn.class) @Nullable Ksuid appId,
        String name,
        String hash,
        Instant createdAt) {

    static ApiKeyRow of(Project project, NewKey key) {
        AppId app = key.app();
        return new ApiKeyRow(
                key.id(),
                project.id().value(),
                key.mode(),
                key.kind(),
                app == null ? null : app.value(),
                Values.storable(key.name()),
                key.hash(),
                project.createdAt());
    }

    Principal principal() {
        return new Principal(id, new ProjectId(projectId), mode, kind, appId == null ? null : new AppId(appId));
    }
}
