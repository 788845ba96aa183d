package io.stele.server.store.webhook;

import io.stele.server.store.PostgresDatabases;

class UntoldOnPostgresTest extends UntoldTest {

    UntoldOnPostgresTest() {
        super(PostgresDatabases::open);
    }
}
