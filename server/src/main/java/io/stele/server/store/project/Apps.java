package io.stele.server.store.project;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.stele.core.identity.Ksuid;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Apps extends CrudRepository<AppRow, Ksuid> {

    List<AppRow> findByProjectIdOrderById(UUID projectId);
}
