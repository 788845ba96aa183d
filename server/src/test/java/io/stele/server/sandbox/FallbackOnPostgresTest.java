package io.stele.server.sandbox;

import io.stele.server.OnPostgres;

class FallbackOnPostgresTest extends FallbackTest implements OnPostgres {}
