package io.stele.server.api.zavu;

import io.stele.server.OnH2;

class ZavuSendOnH2Test extends ZavuSendTest implements OnH2 {}
