package io.stele.server.store.project;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Senders extends CrudRepository<SenderRow, UUID> {

    List<SenderRow> findByProjectIdOrderByCreatedAtAndId(UUID projectId);
}
