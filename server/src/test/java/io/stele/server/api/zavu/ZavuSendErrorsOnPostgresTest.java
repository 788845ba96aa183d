package io.stele.server.api.zavu;

import io.stele.server.OnPostgres;

class ZavuSendErrorsOnPostgresTest extends ZavuSendErrorsTest implements OnPostgres {}
