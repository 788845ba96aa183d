package io.stele.server.tenancy;

import io.stele.server.OnPostgres;

class TenantWallOnPostgresTest extends TenantWallTest implements OnPostgres {}
