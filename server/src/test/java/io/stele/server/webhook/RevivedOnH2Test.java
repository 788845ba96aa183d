package io.stele.server.webhook;

import io.stele.server.OnH2;

class RevivedOnH2Test extends RevivedTest implements OnH2 {}
