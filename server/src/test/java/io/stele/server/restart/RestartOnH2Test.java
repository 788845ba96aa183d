package io.stele.server.restart;

import io.stele.server.OnH2;

class RestartOnH2Test extends RestartTest implements OnH2 {}
