package io.stele.server.api.zavu;

import io.stele.server.OnPostgres;

class ZavuConversationsOnPostgresTest extends ZavuConversationsTest implements OnPostgres {}
