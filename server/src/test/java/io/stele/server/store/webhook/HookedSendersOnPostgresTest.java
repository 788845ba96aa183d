package io.stele.server.store.webhook;

import io.stele.server.store.PostgresDatabases;

class HookedSendersOnPostgresTest extends HookedSendersTest {

    HookedSendersOnPostgresTest() {
        super(PostgresDatabases::open);
    }
}
