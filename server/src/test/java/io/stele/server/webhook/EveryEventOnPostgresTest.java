package io.stele.server.webhook;

import io.stele.server.OnPostgres;

class EveryEventOnPostgresTest extends EveryEventTest implements OnPostgres {}
