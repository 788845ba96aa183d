package io.stele.server.api.kapso;

import io.stele.server.OnPostgres;

class KapsoContactsOnPostgresTest extends KapsoContactsTest implements OnPostgres {}
