package io.stele.server.start;

import io.micronaut.core.beans.BeanIntrospector;
import io.stele.server.store.MigrationClasses;

/**
 * Loads classes that the start needs later, on a second processor while the first one is still at the beans: a tenth of the start. Nothing depends
 * on it: what is not loaded in time, or cannot be, is loaded where it is needed, and fails there.
 */
final class Preloading {

    private Preloading() {}

    static void begin() {
        Thread.ofPlatform()
                .daemon()
                .name("preloading")
                .uncaughtExceptionHandler((_, _) -> {})
                .start(Preloading::load);
    }

    private static void load() {
        // what reads and writes JSON looks through the descriptions of all wire records
        BeanIntrospector.SHARED.findIntrospection(Preloading.class);
        MigrationClasses.load();
    }
}
