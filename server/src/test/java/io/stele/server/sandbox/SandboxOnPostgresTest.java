package io.stele.server.sandbox;

import io.stele.server.OnPostgres;

class SandboxOnPostgresTest extends SandboxTest implements OnPostgres {}
