package io.stele.server.api.kapso;

import io.stele.server.OnPostgres;

class KapsoListsOnPostgresTest extends KapsoListsTest implements OnPostgres {}
