package io.stele.server.store;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import io.stele.core.identity.KsuidGenerator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** The clock and the generator of ids that the store uses where nobody provides others. */
@Factory
final class StoreFactory {

    @Singleton
    @Secondary
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Secondary
    KsuidGenerator ids(InstantSource clock) {
        return new KsuidGenerator(clock);
    }
}
