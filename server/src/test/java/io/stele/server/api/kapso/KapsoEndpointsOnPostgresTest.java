package io.stele.server.api.kapso;

import io.stele.server.OnPostgres;

class KapsoEndpointsOnPostgresTest extends KapsoEndpointsTest implements OnPostgres {}
