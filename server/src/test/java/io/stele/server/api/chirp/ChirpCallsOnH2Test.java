package io.stele.server.api.chirp;

import io.stele.server.OnH2;

class ChirpCallsOnH2Test extends ChirpCallsTest implements OnH2 {}
