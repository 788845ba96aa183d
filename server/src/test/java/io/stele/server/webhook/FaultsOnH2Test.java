package io.stele.server.webhook;

import io.stele.server.OnH2;

class FaultsOnH2Test extends FaultsTest implements OnH2 {}
