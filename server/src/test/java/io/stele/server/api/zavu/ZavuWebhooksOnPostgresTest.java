package io.stele.server.api.zavu;

import io.stele.server.OnPostgres;

class ZavuWebhooksOnPostgresTest extends ZavuWebhooksTest implements OnPostgres {}
