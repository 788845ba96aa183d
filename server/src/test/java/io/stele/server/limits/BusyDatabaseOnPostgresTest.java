package io.stele.server.limits;

import io.stele.server.OnPostgres;

class BusyDatabaseOnPostgresTest extends BusyDatabaseTest implements OnPostgres {}
