package io.stele.server.api.chirp;

import io.stele.server.OnPostgres;

class ChirpSendErrorsOnPostgresTest extends ChirpSendErrorsTest implements OnPostgres {}
