package io.stele.server.limits;

import io.stele.server.OnH2;

class BusyDatabaseOnH2Test extends BusyDatabaseTest implements OnH2 {}
