package io.stele.server.api.kapso;

import io.stele.server.OnPostgres;

class KapsoNumbersOnPostgresTest extends KapsoNumbersTest implements OnPostgres {}
