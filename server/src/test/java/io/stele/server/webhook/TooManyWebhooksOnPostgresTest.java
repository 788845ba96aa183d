package io.stele.server.webhook;

import io.stele.server.OnPostgres;

class TooManyWebhooksOnPostgresTest extends TooManyWebhooksTest implements OnPostgres {}
