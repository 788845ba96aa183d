package io.stele.server.tenancy;

import io.stele.server.OnH2;

class TenantWallOnH2Test extends TenantWallTest implements OnH2 {}
