package io.stele.server.api.chirp;

import io.stele.server.OnPostgres;

class ChirpWebhooksOnPostgresTest extends ChirpWebhooksTest implements OnPostgres {}
