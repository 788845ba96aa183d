package io.stele.server.webhook;

import io.stele.server.OnH2;

class EveryEventOnH2Test extends EveryEventTest implements OnH2 {}
