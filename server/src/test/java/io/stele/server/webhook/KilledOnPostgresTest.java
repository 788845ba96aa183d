package io.stele.server.webhook;

import io.stele.server.OnPostgres;

class KilledOnPostgresTest extends KilledTest implements OnPostgres {}
