package io.stele.server.api.chirp;

import io.stele.server.OnH2;

class ChirpSendErrorsOnH2Test extends ChirpSendErrorsTest implements OnH2 {}
