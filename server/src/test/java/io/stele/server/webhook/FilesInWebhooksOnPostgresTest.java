package io.stele.server.webhook;

import io.stele.server.OnPostgres;

class FilesInWebhooksOnPostgresTest extends FilesInWebhooksTest implements OnPostgres {}
