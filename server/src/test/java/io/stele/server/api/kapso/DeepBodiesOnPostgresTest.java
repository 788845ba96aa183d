package io.stele.server.api.kapso;

import io.stele.server.OnPostgres;

class DeepBodiesOnPostgresTest extends DeepBodiesTest implements OnPostgres {}
