package io.stele.server.api.chirp;

import io.stele.server.OnH2;

class ChirpErrorsOnH2Test extends ChirpErrorsTest implements OnH2 {}
