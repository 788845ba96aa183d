package io.stele.server.store;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.flyway.FlywayConfigurationProperties;
import io.stele.server.store.sql.Dialect;
import jakarta.inject.Singleton;

/** Picks the migrations that go with the database that the URL names. */
@Singleton
final class Migrations implements BeanCreatedEventListener<FlywayConfigurationProperties> {

    private static final String PLACE = "classpath:db/migration/";

    private final String url;

    Migrations(@Property(name = "datasources.default.url") String url) {
        this.url = url;
    }

    @Override
    public FlywayConfigurationProperties onCreated(BeanCreatedEvent<FlywayConfigurationProperties> event) {
        FlywayConfigurationProperties configuration = event.getBean();
        configuration.setLocations(PLACE + "common", PLACE + place(Dialect.of(url)));
        return configuration;
    }

    private static String place(Dialect dialect) {
        return switch (dialect) {
            case H2 -> "h2";
            case POSTGRESQL -> "postgres";
        };
    }
}
