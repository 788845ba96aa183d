package io.stele.server.webhook;

import io.stele.server.OnPostgres;

class UntoldInApisOnPostgresTest extends UntoldInApisTest implements OnPostgres {}
