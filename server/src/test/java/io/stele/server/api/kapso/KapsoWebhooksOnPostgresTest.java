package io.stele.server.api.kapso;

import io.stele.server.OnPostgres;

class KapsoWebhooksOnPostgresTest extends KapsoWebhooksTest implements OnPostgres {}
