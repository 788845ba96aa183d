package io.stele.server.api.zavu;

import io.stele.server.OnH2;

class ZavuSendErrorsOnH2Test extends ZavuSendErrorsTest implements OnH2 {}
