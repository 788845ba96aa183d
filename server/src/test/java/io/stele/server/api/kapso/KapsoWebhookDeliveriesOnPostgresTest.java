package io.stele.server.api.kapso;

import io.stele.server.OnPostgres;

class KapsoWebhookDeliveriesOnPostgresTest extends KapsoWebhookDeliveriesTest implements OnPostgres {}
