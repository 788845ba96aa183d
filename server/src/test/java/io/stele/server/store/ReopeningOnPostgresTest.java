package io.stele.server.store;

class ReopeningOnPostgresTest extends ReopeningTest {

    ReopeningOnPostgresTest() {
        super(PostgresDatabases::open);
    }
}
