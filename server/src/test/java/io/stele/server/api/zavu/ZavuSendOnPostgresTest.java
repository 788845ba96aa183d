package io.stele.server.api.zavu;

import io.stele.server.OnPostgres;

class ZavuSendOnPostgresTest extends ZavuSendTest implements OnPostgres {}
