package io.stele.server.api.kapso;

import io.stele.server.OnH2;

class KapsoErrorMatrixOnH2Test extends KapsoErrorMatrixTest implements OnH2 {}
