package io.stele.server.api.zavu;

import io.stele.server.OnPostgres;

class ZavuEndpointsOnPostgresTest extends ZavuEndpointsTest implements OnPostgres {}
