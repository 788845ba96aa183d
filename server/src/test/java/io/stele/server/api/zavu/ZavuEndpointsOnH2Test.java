package io.stele.server.api.zavu;

import io.stele.server.OnH2;

class ZavuEndpointsOnH2Test extends ZavuEndpointsTest implements OnH2 {}
