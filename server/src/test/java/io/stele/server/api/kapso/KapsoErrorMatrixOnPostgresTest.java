package io.stele.server.api.kapso;

import io.stele.server.OnPostgres;

class KapsoErrorMatrixOnPostgresTest extends KapsoErrorMatrixTest implements OnPostgres {}
