package io.stele.server.restart;

import io.stele.server.OnPostgres;

class RestartOnPostgresTest extends RestartTest implements OnPostgres {}
