package io.stele.server.store.project;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.stele.core.identity.Ksuid;
import io.stele.core.project.App;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("app")
record AppRow(
        @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = KsuidColumn.class) Ksuid id,
        UUID projectId,
        Mode mode,
        String slug,
        String name,
        Instant createdAt) {

    static AppRow of(App app) {
        return new AppRow(
                app.id().value(), app.project().value(), app.mode(), app.slug(), Values.storable(app.name()), app.createdAt());
    }

    App app() {
        return new App(new AppId(id), new ProjectId(projectId), mode, slug, name, createdAt);
    }
}
