package io.stele.server.api.chirp;

import io.stele.server.OnPostgres;

class ChirpErrorsOnPostgresTest extends ChirpErrorsTest implements OnPostgres {}
