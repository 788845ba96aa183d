package io.stele.server.api.kapso;

import io.stele.server.OnH2;

class KapsoNumbersOnH2Test extends KapsoNumbersTest implements OnH2 {}
