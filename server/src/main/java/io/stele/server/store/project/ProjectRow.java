package io.stele.server.store.project;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.stele.core.project.Project;
import io.stele.core.project.ProjectId;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("project")
record ProjectRow(@Id UUID id, String name, Instant createdAt) {

    static ProjectRow of(Project project) {
        return new ProjectRow(project.id().value(), Values.storable(project.name()), project.createdAt());
    }

    Project project() {
        return new Project(new ProjectId(id), name, createdAt);
    }
}
