package io.stele.server.api.zavu;

import io.stele.server.OnPostgres;

class ZavuErrorsOnPostgresTest extends ZavuErrorsTest implements OnPostgres {}
