package io.stele.server.api.zavu;

import io.stele.server.OnPostgres;

class ZavuMessagesOnPostgresTest extends ZavuMessagesTest implements OnPostgres {}
