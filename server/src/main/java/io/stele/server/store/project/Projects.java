package io.stele.server.store.project;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;

/** H2 understands PostgreSQL's dialect here, since it runs in PostgreSQL's mode. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Projects extends CrudRepository<ProjectRow, UUID> {}
