package io.stele.server.sandbox;

import io.stele.server.OnH2;

class FallbackOnH2Test extends FallbackTest implements OnH2 {}
