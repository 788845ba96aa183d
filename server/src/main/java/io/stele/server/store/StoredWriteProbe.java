package io.stele.server.store;

import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Puts a row in and takes it out again. */
@Singleton
final class StoredWriteProbe implements WriteProbe {

    private final Database database;

    StoredWriteProbe(Database database) {
        this.database = database;
    }

    @Override
    public void write() {
        UUID id = UUID.randomUUID();
        database.write(session -> session.update("insert into write_probe (id) values (?)", id)
                + session.update("delete from write_probe where id = ?", id));
    }
}
