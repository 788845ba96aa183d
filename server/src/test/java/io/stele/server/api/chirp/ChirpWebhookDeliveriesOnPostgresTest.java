package io.stele.server.api.chirp;

import io.stele.server.OnPostgres;

class ChirpWebhookDeliveriesOnPostgresTest extends ChirpWebhookDeliveriesTest implements OnPostgres {}
