package io.stele.server.store.project;

import io.stele.core.founding.ProjectStore;
import io.stele.core.project.ProjectId;
import io.stele.server.store.event.EventLogs;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.SqlCauses;
import io.stele.server.store.sql.StoreException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Writes projects through the repositories. */
@Singleton
final class StoredProjects implements ProjectStore {

    private static final Set<String> UNIQUE_VIOLATION = Set.of("23505");

    private final Database database;
    private final Projects projects;
    private final Apps apps;
    private final Senders senders;
    private final Endpoints endpoints;
    private final Keys keys;
    private final StoredDirectory directory;

    StoredProjects(
            Database database,
            Projects projects,
            Apps apps,
            Senders senders,
            Endpoints endpoints,
            Keys keys,
            StoredDirectory directory) {
        this.database = database;
        this.projects = projects;
        this.apps = apps;
        this.senders = senders;
        this.endpoints = endpoints;
        this.keys = keys;
        this.directory = directory;
    }

    @Override
    public boolean isEmpty() {
        return database.read(_ -> projects.count() == 0);
    }

    @Override
    public Optional<ProjectId> oldest() {
        return database.read(session -> session.first(
                row -> new ProjectId(row.uuid("id")), "select id from project order by created_at, id limit 1"));
    }

    @Override
    public void found(Founding founding) {
        try {
            database.write(session -> {
                projects.save(ProjectRow.of(founding.project()));
                apps.saveAll(founding.apps().stream().map(AppRow::of).toList());
                senders.saveAll(founding.senders().stream().map(SenderRow::of).toList());
                endpoints.saveAll(founding.endpoints().stream().map(EndpointRow::of).toList());
                keys.saveAll(founding.keys().stream()
                        .map(key -> ApiKeyRow.of(founding.project(), key))
                        .toList());
                EventLogs.begin(session, founding.project().id());
                return founding;
            });
        } catch (StoreException e) {
            if (SqlCauses.haveState(e, UNIQUE_VIOLATION)) {
                throw new AlreadyTaken("a phone number id or a key is in use");
            }
            throw e;
        }
        directory.refresh(founding.project().id());
    }
}
