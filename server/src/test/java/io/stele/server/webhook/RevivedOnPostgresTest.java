package io.stele.server.webhook;

import io.stele.server.OnPostgres;

class RevivedOnPostgresTest extends RevivedTest implements OnPostgres {}
