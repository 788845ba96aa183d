package io.stele.server.api.zavu;

import io.stele.server.OnH2;

class ZavuErrorsOnH2Test extends ZavuErrorsTest implements OnH2 {}
