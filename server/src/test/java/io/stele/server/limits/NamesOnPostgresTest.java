package io.stele.server.limits;

import io.stele.server.OnPostgres;

class NamesOnPostgresTest extends NamesTest implements OnPostgres {}
