package io.stele.server.webhook;

import io.stele.server.OnPostgres;

class FaultsOnPostgresTest extends FaultsTest implements OnPostgres {}
