package io.stele.server.api.zavu;

import io.stele.server.OnPostgres;

class ZavuSendersOnPostgresTest extends ZavuSendersTest implements OnPostgres {}
