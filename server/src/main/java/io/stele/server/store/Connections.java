package io.stele.server.store;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.stele.server.store.sql.Dialect;
import jakarta.inject.Singleton;
import java.util.List;

/** Says how PostgreSQL is to treat the connections of the pool. What H2 needs to know stands in its URL. */
@Singleton
final class Connections implements BeanCreatedEventListener<DatasourceConfiguration> {

    private static final List<String> POSTGRESQL = List.of(
            // Joins are written in the order in which they are to be made: a table that is new to the planner does not change that.
            "set join_collapse_limit = 1",
            // To compile a statement takes longer than to run any of ours, and one that brings many strands together seems dear to the planner.
            "set jit = off",
            // Whoever holds a row for longer than any transaction of ours does is stuck: one that waits for it gives up, and in the end it is ended.
            "set lock_timeout = '5s'",
            "set idle_in_transaction_session_timeout = '30s'");

    /** In seconds; longer than any statement takes. A server that has gone silent is given up then. */
    private static final String LONGEST_SILENCE = "60";

    private final Dialect dialect;

    Connections(@Property(name = "datasources.default.url") String url) {
        this.dialect = Dialect.of(url);
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration configuration = event.getBean();
        switch (dialect) {
            case H2 -> {}
            case POSTGRESQL -> {
                configuration.setConnectionInitSql(String.join(";", POSTGRESQL));
                // The driver keeps the values of a statement that fails out of its messages.
                configuration.addDataSourceProperty("logServerErrorDetail", "false");
                configuration.addDataSourceProperty("tcpKeepAlive", "true");
                configuration.addDataSourceProperty("socketTimeout", LONGEST_SILENCE);
            }
        }
        return configuration;
    }
}
