package io.stele.server.store;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.flyway.FlywayConfigurationProperties;
import io.stele.server.store.sql.Dialect;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Picks the migrations that go with the database that the URL names. On PostgreSQL they have connections of their own: a migration takes the
 * time that it needs, and waits for the locks that it needs, whatever is set for those of the pool.
 */
@Singleton
final class Migrations implements BeanCreatedEventListener<FlywayConfigurationProperties> {

    private static final String PLACE = "classpath:db/migration/";

    private final String url;
    private final @Nullable String username;
    private final @Nullable String password;

    Migrations(
            @Property(name = "datasources.default.url") String url,
            @Property(name = "datasources.default.username") @Nullable String username,
            @Property(name = "datasources.default.password") @Nullable String password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    @Override
    public FlywayConfigurationProperties onCreated(BeanCreatedEvent<FlywayConfigurationProperties> event) {
        FlywayConfigurationProperties configuration = event.getBean();
        Dialect dialect = Dialect.of(url);
        configuration.setLocations(PLACE + "common", PLACE + place(dialect));
        if (dialect == Dialect.POSTGRESQL) {
            configuration.setUrl(url);
            configuration.setUser(username);
            configuration.setPassword(password);
            // A node waits while another migrates, however long that takes.
            configuration.getFluentConfiguration().lockRetryCount(-1);
        }
        return configuration;
    }

    private static String place(Dialect dialect) {
        return switch (dialect) {
            case H2 -> "h2";
            case POSTGRESQL -> "postgres";
        };
    }
}
