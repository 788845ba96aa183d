package io.stele.server.webhook;

import io.stele.server.OnH2;

class KilledOnH2Test extends KilledTest implements OnH2 {}
