package io.stele.server.api.kapso;

import io.stele.server.OnPostgres;

class KapsoWebhookEventsOnPostgresTest extends KapsoWebhookEventsTest implements OnPostgres {}
