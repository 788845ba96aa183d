package io.stele.server.store.project;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Keys extends CrudRepository<ApiKeyRow, UUID> {

    Optional<ApiKeyRow> findByHash(String hash);
}
