package io.stele.server.api.zavu;

import io.stele.server.OnH2;

class ZavuSendersOnH2Test extends ZavuSendersTest implements OnH2 {}
