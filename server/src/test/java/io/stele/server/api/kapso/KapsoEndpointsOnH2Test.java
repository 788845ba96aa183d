package io.stele.server.api.kapso;

import io.stele.server.OnH2;

class KapsoEndpointsOnH2Test extends KapsoEndpointsTest implements OnH2 {}
