package io.stele.server.api.chirp;

import io.stele.server.OnPostgres;

class ChirpCallsOnPostgresTest extends ChirpCallsTest implements OnPostgres {}
